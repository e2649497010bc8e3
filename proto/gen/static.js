/**
 * Generated from proto/swarm/v1/*.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

$protobuf.util.Long = undefined;
$protobuf.configure();

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["swarm-static"] || ($protobuf.roots["swarm-static"] = {});

export const swarm = $root.swarm = (() => {

	const swarm = {};

	swarm.v1 = (function() {

		const v1 = {};

		v1.GetRootCertificateRequest = (function() {

			const GetRootCertificateRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetRootCertificateRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetRootCertificateRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetRootCertificateRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetRootCertificateRequest;
		})();

		v1.GetRootCertificateReply = (function() {

			const GetRootCertificateReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetRootCertificateReply.prototype.rootCertificatePem = "";

			GetRootCertificateReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.rootCertificatePem != null && $Object.hasOwnProperty.call(message, "rootCertificatePem") && message.rootCertificatePem !== "")
					writer.uint32(10).string(message.rootCertificatePem);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetRootCertificateReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetRootCertificateReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.rootCertificatePem = value;
							else
								delete message.rootCertificatePem;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetRootCertificateReply;
		})();

		v1.IssueCertificateRequest = (function() {

			const IssueCertificateRequest = function (properties) {
				this.labels = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			IssueCertificateRequest.prototype.csrPem = "";
			IssueCertificateRequest.prototype.token = "";
			IssueCertificateRequest.prototype.availability = 0;
			IssueCertificateRequest.prototype.labels = $util.emptyObject;
			IssueCertificateRequest.prototype.autoRemoveAfterMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			IssueCertificateRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.csrPem != null && $Object.hasOwnProperty.call(message, "csrPem") && message.csrPem !== "")
					writer.uint32(10).string(message.csrPem);
				if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
					writer.uint32(18).string(message.token);
				if (message.availability != null && $Object.hasOwnProperty.call(message, "availability") && message.availability !== 0)
					writer.uint32(24).int32(message.availability);
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.autoRemoveAfterMs != null && $Object.hasOwnProperty.call(message, "autoRemoveAfterMs") && (typeof message.autoRemoveAfterMs === "object" ? message.autoRemoveAfterMs.low || message.autoRemoveAfterMs.high : message.autoRemoveAfterMs !== 0))
					writer.uint32(40).int64(message.autoRemoveAfterMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			IssueCertificateRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.IssueCertificateRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.csrPem = value;
							else
								delete message.csrPem;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.token = value;
							else
								delete message.token;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.availability = value;
							else
								delete message.availability;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.autoRemoveAfterMs = value;
							else
								delete message.autoRemoveAfterMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return IssueCertificateRequest;
		})();

		v1.IssueCertificateReply = (function() {

			const IssueCertificateReply = function (properties) {
				this.managerAddresses = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			IssueCertificateReply.prototype.nodeId = "";
			IssueCertificateReply.prototype.clusterId = "";
			IssueCertificateReply.prototype.role = 0;
			IssueCertificateReply.prototype.certificatePem = "";
			IssueCertificateReply.prototype.rootCertificatePem = "";
			IssueCertificateReply.prototype.managerAddresses = $util.emptyArray;

			IssueCertificateReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
					writer.uint32(18).string(message.clusterId);
				if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
					writer.uint32(24).int32(message.role);
				if (message.certificatePem != null && $Object.hasOwnProperty.call(message, "certificatePem") && message.certificatePem !== "")
					writer.uint32(34).string(message.certificatePem);
				if (message.rootCertificatePem != null && $Object.hasOwnProperty.call(message, "rootCertificatePem") && message.rootCertificatePem !== "")
					writer.uint32(42).string(message.rootCertificatePem);
				if (message.managerAddresses != null && message.managerAddresses.length)
					for (let i = 0; i < message.managerAddresses.length; ++i)
						writer.uint32(50).string(message.managerAddresses[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			IssueCertificateReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.IssueCertificateReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.clusterId = value;
							else
								delete message.clusterId;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.role = value;
							else
								delete message.role;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.certificatePem = value;
							else
								delete message.certificatePem;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.rootCertificatePem = value;
							else
								delete message.rootCertificatePem;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.managerAddresses && message.managerAddresses.length))
								message.managerAddresses = [];
							message.managerAddresses.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return IssueCertificateReply;
		})();

		v1.RenewCertificateRequest = (function() {

			const RenewCertificateRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RenewCertificateRequest.prototype.csrPem = "";

			RenewCertificateRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.csrPem != null && $Object.hasOwnProperty.call(message, "csrPem") && message.csrPem !== "")
					writer.uint32(10).string(message.csrPem);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RenewCertificateRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RenewCertificateRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.csrPem = value;
							else
								delete message.csrPem;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RenewCertificateRequest;
		})();

		v1.RenewCertificateReply = (function() {

			const RenewCertificateReply = function (properties) {
				this.managerAddresses = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RenewCertificateReply.prototype.role = 0;
			RenewCertificateReply.prototype.certificatePem = "";
			RenewCertificateReply.prototype.rootCertificatePem = "";
			RenewCertificateReply.prototype.managerAddresses = $util.emptyArray;

			RenewCertificateReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
					writer.uint32(8).int32(message.role);
				if (message.certificatePem != null && $Object.hasOwnProperty.call(message, "certificatePem") && message.certificatePem !== "")
					writer.uint32(18).string(message.certificatePem);
				if (message.rootCertificatePem != null && $Object.hasOwnProperty.call(message, "rootCertificatePem") && message.rootCertificatePem !== "")
					writer.uint32(26).string(message.rootCertificatePem);
				if (message.managerAddresses != null && message.managerAddresses.length)
					for (let i = 0; i < message.managerAddresses.length; ++i)
						writer.uint32(34).string(message.managerAddresses[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RenewCertificateReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RenewCertificateReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.role = value;
							else
								delete message.role;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.certificatePem = value;
							else
								delete message.certificatePem;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.rootCertificatePem = value;
							else
								delete message.rootCertificatePem;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.managerAddresses && message.managerAddresses.length))
								message.managerAddresses = [];
							message.managerAddresses.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RenewCertificateReply;
		})();

		v1.Meta = (function() {

			const Meta = function (properties) {
				this.versions = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Meta.prototype.createdAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			Meta.prototype.updatedAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			Meta.prototype.versions = $util.emptyObject;

			Meta.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.createdAtMs != null && $Object.hasOwnProperty.call(message, "createdAtMs") && (typeof message.createdAtMs === "object" ? message.createdAtMs.low || message.createdAtMs.high : message.createdAtMs !== 0))
					writer.uint32(8).int64(message.createdAtMs);
				if (message.updatedAtMs != null && $Object.hasOwnProperty.call(message, "updatedAtMs") && (typeof message.updatedAtMs === "object" ? message.updatedAtMs.low || message.updatedAtMs.high : message.updatedAtMs !== 0))
					writer.uint32(16).int64(message.updatedAtMs);
				if (message.versions != null && $Object.hasOwnProperty.call(message, "versions"))
					for (let keys = $Object.keys(message.versions), i = 0; i < keys.length; ++i)
						writer.uint32(26).fork().uint32(10).string(keys[i]).uint32(16).uint64(message.versions[keys[i]]).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Meta.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Meta();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.createdAtMs = value;
							else
								delete message.createdAtMs;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.updatedAtMs = value;
							else
								delete message.updatedAtMs;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (message.versions === $util.emptyObject)
								message.versions = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = $util.Long ? $util.Long.fromNumber(0, true) : 0;
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 0)
										break;
									value = reader.uint64();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.versions, key);
							message.versions[key] = value;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Meta;
		})();

		v1.FieldGroup = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "FIELD_GROUP_SPEC"] = 0;
			values[valuesById[1] = "FIELD_GROUP_DESIRED"] = 1;
			values[valuesById[2] = "FIELD_GROUP_ALLOCATION"] = 2;
			values[valuesById[3] = "FIELD_GROUP_PLACEMENT"] = 3;
			values[valuesById[4] = "FIELD_GROUP_STATUS"] = 4;
			values[valuesById[5] = "FIELD_GROUP_IDENTITY"] = 5;
			values[valuesById[6] = "FIELD_GROUP_DESCRIPTION"] = 6;
			values[valuesById[7] = "FIELD_GROUP_RUNS"] = 7;
			return values;
		})();

		v1.Cluster = (function() {

			const Cluster = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Cluster.prototype.id = "";
			Cluster.prototype.meta = null;
			Cluster.prototype.spec = null;
			Cluster.prototype.identity = null;

			Cluster.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ClusterSpec.encode(message.spec, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.identity != null && $Object.hasOwnProperty.call(message, "identity"))
					$root.swarm.v1.ClusterIdentity.encode(message.identity, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Cluster.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Cluster();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ClusterSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.identity = $root.swarm.v1.ClusterIdentity.decode(reader, reader.size(), $undefined, _depth + 1, message.identity);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Cluster;
		})();

		v1.ClusterSpec = (function() {

			const ClusterSpec = function (properties) {
				this.labels = {};
				this.addressPools = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ClusterSpec.prototype.name = "";
			ClusterSpec.prototype.labels = $util.emptyObject;
			ClusterSpec.prototype.heartbeatPeriodMs = 0;
			ClusterSpec.prototype.taskHistoryLimit = 0;
			ClusterSpec.prototype.nodeCertificateValidityMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			ClusterSpec.prototype.placementStrategy = 0;
			ClusterSpec.prototype.rebalance = false;
			ClusterSpec.prototype.addressPools = $util.emptyArray;
			ClusterSpec.prototype.subnetPrefixBits = 0;
			ClusterSpec.prototype.dataPathPort = 0;

			ClusterSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(10).string(message.name);
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.heartbeatPeriodMs != null && $Object.hasOwnProperty.call(message, "heartbeatPeriodMs") && message.heartbeatPeriodMs !== 0)
					writer.uint32(24).uint32(message.heartbeatPeriodMs);
				if (message.taskHistoryLimit != null && $Object.hasOwnProperty.call(message, "taskHistoryLimit") && message.taskHistoryLimit !== 0)
					writer.uint32(32).int32(message.taskHistoryLimit);
				if (message.nodeCertificateValidityMs != null && $Object.hasOwnProperty.call(message, "nodeCertificateValidityMs") && (typeof message.nodeCertificateValidityMs === "object" ? message.nodeCertificateValidityMs.low || message.nodeCertificateValidityMs.high : message.nodeCertificateValidityMs !== 0))
					writer.uint32(40).int64(message.nodeCertificateValidityMs);
				if (message.placementStrategy != null && $Object.hasOwnProperty.call(message, "placementStrategy") && message.placementStrategy !== 0)
					writer.uint32(48).int32(message.placementStrategy);
				if (message.rebalance != null && $Object.hasOwnProperty.call(message, "rebalance") && message.rebalance !== false)
					writer.uint32(56).bool(message.rebalance);
				if (message.addressPools != null && message.addressPools.length)
					for (let i = 0; i < message.addressPools.length; ++i)
						writer.uint32(66).string(message.addressPools[i]);
				if (message.subnetPrefixBits != null && $Object.hasOwnProperty.call(message, "subnetPrefixBits") && message.subnetPrefixBits !== 0)
					writer.uint32(72).uint32(message.subnetPrefixBits);
				if (message.dataPathPort != null && $Object.hasOwnProperty.call(message, "dataPathPort") && message.dataPathPort !== 0)
					writer.uint32(80).uint32(message.dataPathPort);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ClusterSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ClusterSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.heartbeatPeriodMs = value;
							else
								delete message.heartbeatPeriodMs;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.taskHistoryLimit = value;
							else
								delete message.taskHistoryLimit;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.nodeCertificateValidityMs = value;
							else
								delete message.nodeCertificateValidityMs;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.placementStrategy = value;
							else
								delete message.placementStrategy;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.rebalance = value;
							else
								delete message.rebalance;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if (!(message.addressPools && message.addressPools.length))
								message.addressPools = [];
							message.addressPools.push(reader.stringVerify());
							continue;
						}
					case 9: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.subnetPrefixBits = value;
							else
								delete message.subnetPrefixBits;
							continue;
						}
					case 10: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.dataPathPort = value;
							else
								delete message.dataPathPort;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ClusterSpec;
		})();

		v1.ClusterIdentity = (function() {

			const ClusterIdentity = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ClusterIdentity.prototype.rootCertificatePem = "";
			ClusterIdentity.prototype.rootKeyPem = "";
			ClusterIdentity.prototype.workerTokenSecret = "";
			ClusterIdentity.prototype.managerTokenSecret = "";

			ClusterIdentity.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.rootCertificatePem != null && $Object.hasOwnProperty.call(message, "rootCertificatePem") && message.rootCertificatePem !== "")
					writer.uint32(10).string(message.rootCertificatePem);
				if (message.rootKeyPem != null && $Object.hasOwnProperty.call(message, "rootKeyPem") && message.rootKeyPem !== "")
					writer.uint32(18).string(message.rootKeyPem);
				if (message.workerTokenSecret != null && $Object.hasOwnProperty.call(message, "workerTokenSecret") && message.workerTokenSecret !== "")
					writer.uint32(26).string(message.workerTokenSecret);
				if (message.managerTokenSecret != null && $Object.hasOwnProperty.call(message, "managerTokenSecret") && message.managerTokenSecret !== "")
					writer.uint32(34).string(message.managerTokenSecret);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ClusterIdentity.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ClusterIdentity();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.rootCertificatePem = value;
							else
								delete message.rootCertificatePem;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.rootKeyPem = value;
							else
								delete message.rootKeyPem;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.workerTokenSecret = value;
							else
								delete message.workerTokenSecret;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.managerTokenSecret = value;
							else
								delete message.managerTokenSecret;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ClusterIdentity;
		})();

		v1.NodeRole = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "NODE_ROLE_WORKER"] = 0;
			values[valuesById[1] = "NODE_ROLE_MANAGER"] = 1;
			return values;
		})();

		v1.NodeAvailability = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "NODE_AVAILABILITY_ACTIVE"] = 0;
			values[valuesById[1] = "NODE_AVAILABILITY_PAUSE"] = 1;
			values[valuesById[2] = "NODE_AVAILABILITY_DRAIN"] = 2;
			return values;
		})();

		v1.NodeState = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "NODE_STATE_UNKNOWN"] = 0;
			values[valuesById[1] = "NODE_STATE_DOWN"] = 1;
			values[valuesById[2] = "NODE_STATE_READY"] = 2;
			values[valuesById[3] = "NODE_STATE_DISCONNECTED"] = 3;
			return values;
		})();

		v1.Node = (function() {

			const Node = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Node.prototype.id = "";
			Node.prototype.meta = null;
			Node.prototype.spec = null;
			Node.prototype.identity = null;
			Node.prototype.description = null;
			Node.prototype.status = null;
			Node.prototype.allocation = null;

			Node.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.NodeSpec.encode(message.spec, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.identity != null && $Object.hasOwnProperty.call(message, "identity"))
					$root.swarm.v1.NodeIdentity.encode(message.identity, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
					$root.swarm.v1.NodeDescription.encode(message.description, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
					$root.swarm.v1.NodeStatus.encode(message.status, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.allocation != null && $Object.hasOwnProperty.call(message, "allocation"))
					$root.swarm.v1.NodeAllocation.encode(message.allocation, writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Node.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Node();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.NodeSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.identity = $root.swarm.v1.NodeIdentity.decode(reader, reader.size(), $undefined, _depth + 1, message.identity);
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.description = $root.swarm.v1.NodeDescription.decode(reader, reader.size(), $undefined, _depth + 1, message.description);
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.status = $root.swarm.v1.NodeStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							message.allocation = $root.swarm.v1.NodeAllocation.decode(reader, reader.size(), $undefined, _depth + 1, message.allocation);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Node;
		})();

		v1.NodeAllocation = (function() {

			const NodeAllocation = function (properties) {
				this.attachments = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeAllocation.prototype.attachments = $util.emptyArray;

			NodeAllocation.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.attachments != null && message.attachments.length)
					for (let i = 0; i < message.attachments.length; ++i)
						$root.swarm.v1.NetworkAttachment.encode(message.attachments[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeAllocation.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeAllocation();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.attachments && message.attachments.length))
								message.attachments = [];
							message.attachments.push($root.swarm.v1.NetworkAttachment.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeAllocation;
		})();

		v1.NodeSpec = (function() {

			const NodeSpec = function (properties) {
				this.labels = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeSpec.prototype.labels = $util.emptyObject;
			NodeSpec.prototype.role = 0;
			NodeSpec.prototype.availability = 0;
			NodeSpec.prototype.autoRemoveAfterMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			NodeSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(10).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
					writer.uint32(16).int32(message.role);
				if (message.availability != null && $Object.hasOwnProperty.call(message, "availability") && message.availability !== 0)
					writer.uint32(24).int32(message.availability);
				if (message.autoRemoveAfterMs != null && $Object.hasOwnProperty.call(message, "autoRemoveAfterMs") && (typeof message.autoRemoveAfterMs === "object" ? message.autoRemoveAfterMs.low || message.autoRemoveAfterMs.high : message.autoRemoveAfterMs !== 0))
					writer.uint32(32).int64(message.autoRemoveAfterMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.role = value;
							else
								delete message.role;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.availability = value;
							else
								delete message.availability;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.autoRemoveAfterMs = value;
							else
								delete message.autoRemoveAfterMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeSpec;
		})();

		v1.NodeIdentity = (function() {

			const NodeIdentity = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeIdentity.prototype.role = 0;
			NodeIdentity.prototype.certificateExpiresAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			NodeIdentity.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
					writer.uint32(8).int32(message.role);
				if (message.certificateExpiresAtMs != null && $Object.hasOwnProperty.call(message, "certificateExpiresAtMs") && (typeof message.certificateExpiresAtMs === "object" ? message.certificateExpiresAtMs.low || message.certificateExpiresAtMs.high : message.certificateExpiresAtMs !== 0))
					writer.uint32(16).int64(message.certificateExpiresAtMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeIdentity.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeIdentity();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.role = value;
							else
								delete message.role;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.certificateExpiresAtMs = value;
							else
								delete message.certificateExpiresAtMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeIdentity;
		})();

		v1.NodeDescription = (function() {

			const NodeDescription = function (properties) {
				this.engineLabels = {};
				this.plugins = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeDescription.prototype.hostname = "";
			NodeDescription.prototype.platform = null;
			NodeDescription.prototype.resources = null;
			NodeDescription.prototype.engineVersion = "";
			NodeDescription.prototype.engineLabels = $util.emptyObject;
			NodeDescription.prototype.runtimeError = "";
			NodeDescription.prototype.plugins = $util.emptyArray;
			NodeDescription.prototype.networking = null;

			NodeDescription.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
					writer.uint32(10).string(message.hostname);
				if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
					$root.swarm.v1.Platform.encode(message.platform, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.resources != null && $Object.hasOwnProperty.call(message, "resources"))
					$root.swarm.v1.Resources.encode(message.resources, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.engineVersion != null && $Object.hasOwnProperty.call(message, "engineVersion") && message.engineVersion !== "")
					writer.uint32(34).string(message.engineVersion);
				if (message.engineLabels != null && $Object.hasOwnProperty.call(message, "engineLabels"))
					for (let keys = $Object.keys(message.engineLabels), i = 0; i < keys.length; ++i)
						writer.uint32(42).fork().uint32(10).string(keys[i]).uint32(18).string(message.engineLabels[keys[i]]).ldelim();
				if (message.runtimeError != null && $Object.hasOwnProperty.call(message, "runtimeError") && message.runtimeError !== "")
					writer.uint32(50).string(message.runtimeError);
				if (message.plugins != null && message.plugins.length)
					for (let i = 0; i < message.plugins.length; ++i)
						$root.swarm.v1.Plugin.encode(message.plugins[i], writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.networking != null && $Object.hasOwnProperty.call(message, "networking"))
					$root.swarm.v1.NodeNetworking.encode(message.networking, writer.uint32(66).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeDescription.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeDescription();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.hostname = value;
							else
								delete message.hostname;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.platform = $root.swarm.v1.Platform.decode(reader, reader.size(), $undefined, _depth + 1, message.platform);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.resources = $root.swarm.v1.Resources.decode(reader, reader.size(), $undefined, _depth + 1, message.resources);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.engineVersion = value;
							else
								delete message.engineVersion;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (message.engineLabels === $util.emptyObject)
								message.engineLabels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.engineLabels, key);
							message.engineLabels[key] = value;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.runtimeError = value;
							else
								delete message.runtimeError;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if (!(message.plugins && message.plugins.length))
								message.plugins = [];
							message.plugins.push($root.swarm.v1.Plugin.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							message.networking = $root.swarm.v1.NodeNetworking.decode(reader, reader.size(), $undefined, _depth + 1, message.networking);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeDescription;
		})();

		v1.NodeNetworking = (function() {

			const NodeNetworking = function (properties) {
				this.routes = [];
				this.usedPorts = [];
				this.tunnelKeys = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeNetworking.prototype.dataAddress = "";
			NodeNetworking.prototype.dataMtu = 0;
			NodeNetworking.prototype.problem = "";
			NodeNetworking.prototype.routes = $util.emptyArray;
			NodeNetworking.prototype.usedPorts = $util.emptyArray;
			NodeNetworking.prototype.tunnelKeys = $util.emptyArray;

			NodeNetworking.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.dataAddress != null && $Object.hasOwnProperty.call(message, "dataAddress") && message.dataAddress !== "")
					writer.uint32(10).string(message.dataAddress);
				if (message.dataMtu != null && $Object.hasOwnProperty.call(message, "dataMtu") && message.dataMtu !== 0)
					writer.uint32(16).uint32(message.dataMtu);
				if (message.problem != null && $Object.hasOwnProperty.call(message, "problem") && message.problem !== "")
					writer.uint32(26).string(message.problem);
				if (message.routes != null && message.routes.length)
					for (let i = 0; i < message.routes.length; ++i)
						writer.uint32(34).string(message.routes[i]);
				if (message.usedPorts != null && message.usedPorts.length)
					for (let i = 0; i < message.usedPorts.length; ++i)
						$root.swarm.v1.UsedPort.encode(message.usedPorts[i], writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.tunnelKeys != null && message.tunnelKeys.length)
					for (let i = 0; i < message.tunnelKeys.length; ++i)
						$root.swarm.v1.TunnelKey.encode(message.tunnelKeys[i], writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeNetworking.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeNetworking();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.dataAddress = value;
							else
								delete message.dataAddress;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.dataMtu = value;
							else
								delete message.dataMtu;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.problem = value;
							else
								delete message.problem;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.routes && message.routes.length))
								message.routes = [];
							message.routes.push(reader.stringVerify());
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (!(message.usedPorts && message.usedPorts.length))
								message.usedPorts = [];
							message.usedPorts.push($root.swarm.v1.UsedPort.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.tunnelKeys && message.tunnelKeys.length))
								message.tunnelKeys = [];
							message.tunnelKeys.push($root.swarm.v1.TunnelKey.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeNetworking;
		})();

		v1.UsedPort = (function() {

			const UsedPort = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UsedPort.prototype.protocol = 0;
			UsedPort.prototype.port = 0;
			UsedPort.prototype.address = "";

			UsedPort.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
					writer.uint32(8).int32(message.protocol);
				if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
					writer.uint32(16).uint32(message.port);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(26).string(message.address);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UsedPort.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UsedPort();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.protocol = value;
							else
								delete message.protocol;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.port = value;
							else
								delete message.port;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UsedPort;
		})();

		v1.TunnelKey = (function() {

			const TunnelKey = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TunnelKey.prototype.publicKey = "";
			TunnelKey.prototype.port = 0;

			TunnelKey.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey !== "")
					writer.uint32(10).string(message.publicKey);
				if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
					writer.uint32(16).uint32(message.port);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TunnelKey.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TunnelKey();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.publicKey = value;
							else
								delete message.publicKey;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.port = value;
							else
								delete message.port;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TunnelKey;
		})();

		v1.Plugin = (function() {

			const Plugin = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Plugin.prototype.type = "";
			Plugin.prototype.name = "";

			Plugin.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
					writer.uint32(10).string(message.type);
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(18).string(message.name);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Plugin.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Plugin();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.type = value;
							else
								delete message.type;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Plugin;
		})();

		v1.NodeStatus = (function() {

			const NodeStatus = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeStatus.prototype.state = 0;
			NodeStatus.prototype.message = "";
			NodeStatus.prototype.address = "";
			NodeStatus.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			NodeStatus.prototype.managerAddress = "";

			NodeStatus.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
					writer.uint32(8).int32(message.state);
				if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
					writer.uint32(18).string(message.message);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(26).string(message.address);
				if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
					writer.uint32(32).int64(message.sinceMs);
				if (message.managerAddress != null && $Object.hasOwnProperty.call(message, "managerAddress") && message.managerAddress !== "")
					writer.uint32(42).string(message.managerAddress);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeStatus.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeStatus();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.state = value;
							else
								delete message.state;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.message = value;
							else
								delete message.message;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.sinceMs = value;
							else
								delete message.sinceMs;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.managerAddress = value;
							else
								delete message.managerAddress;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeStatus;
		})();

		v1.Platform = (function() {

			const Platform = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Platform.prototype.architecture = "";
			Platform.prototype.os = "";

			Platform.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.architecture != null && $Object.hasOwnProperty.call(message, "architecture") && message.architecture !== "")
					writer.uint32(10).string(message.architecture);
				if (message.os != null && $Object.hasOwnProperty.call(message, "os") && message.os !== "")
					writer.uint32(18).string(message.os);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Platform.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Platform();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.architecture = value;
							else
								delete message.architecture;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.os = value;
							else
								delete message.os;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Platform;
		})();

		v1.Resources = (function() {

			const Resources = function (properties) {
				this.generic = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Resources.prototype.nanoCpus = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			Resources.prototype.memoryBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			Resources.prototype.generic = $util.emptyArray;

			Resources.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nanoCpus != null && $Object.hasOwnProperty.call(message, "nanoCpus") && (typeof message.nanoCpus === "object" ? message.nanoCpus.low || message.nanoCpus.high : message.nanoCpus !== 0))
					writer.uint32(8).int64(message.nanoCpus);
				if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && (typeof message.memoryBytes === "object" ? message.memoryBytes.low || message.memoryBytes.high : message.memoryBytes !== 0))
					writer.uint32(16).int64(message.memoryBytes);
				if (message.generic != null && message.generic.length)
					for (let i = 0; i < message.generic.length; ++i)
						$root.swarm.v1.GenericResource.encode(message.generic[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Resources.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Resources();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.nanoCpus = value;
							else
								delete message.nanoCpus;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.memoryBytes = value;
							else
								delete message.memoryBytes;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.generic && message.generic.length))
								message.generic = [];
							message.generic.push($root.swarm.v1.GenericResource.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Resources;
		})();

		v1.GenericResource = (function() {

			const GenericResource = function (properties) {
				this.values = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GenericResource.prototype.kind = "";
			GenericResource.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			GenericResource.prototype.values = $util.emptyArray;

			GenericResource.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
					writer.uint32(10).string(message.kind);
				if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
					writer.uint32(16).uint64(message.count);
				if (message.values != null && message.values.length)
					for (let i = 0; i < message.values.length; ++i)
						writer.uint32(26).string(message.values[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GenericResource.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GenericResource();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.kind = value;
							else
								delete message.kind;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.count = value;
							else
								delete message.count;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.values && message.values.length))
								message.values = [];
							message.values.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GenericResource;
		})();

		v1.Service = (function() {

			const Service = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Service.prototype.id = "";
			Service.prototype.meta = null;
			Service.prototype.spec = null;
			Service.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			Service.prototype.desired = null;
			Service.prototype.previousRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			Service.prototype.rollout = null;
			Service.prototype.runs = null;
			Service.prototype.allocation = null;

			Service.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ServiceSpec.encode(message.spec, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
					writer.uint32(32).uint64(message.revision);
				if (message.desired != null && $Object.hasOwnProperty.call(message, "desired"))
					$root.swarm.v1.ServiceDesired.encode(message.desired, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.previousRevision != null && $Object.hasOwnProperty.call(message, "previousRevision") && (typeof message.previousRevision === "object" ? message.previousRevision.low || message.previousRevision.high : message.previousRevision !== 0))
					writer.uint32(48).uint64(message.previousRevision);
				if (message.rollout != null && $Object.hasOwnProperty.call(message, "rollout"))
					$root.swarm.v1.RolloutRequest.encode(message.rollout, writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.runs != null && $Object.hasOwnProperty.call(message, "runs"))
					$root.swarm.v1.ServiceRuns.encode(message.runs, writer.uint32(66).fork(), _depth + 1).ldelim();
				if (message.allocation != null && $Object.hasOwnProperty.call(message, "allocation"))
					$root.swarm.v1.ServiceAllocation.encode(message.allocation, writer.uint32(74).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Service.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Service();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ServiceSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.revision = value;
							else
								delete message.revision;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.desired = $root.swarm.v1.ServiceDesired.decode(reader, reader.size(), $undefined, _depth + 1, message.desired);
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.previousRevision = value;
							else
								delete message.previousRevision;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							message.rollout = $root.swarm.v1.RolloutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.rollout);
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							message.runs = $root.swarm.v1.ServiceRuns.decode(reader, reader.size(), $undefined, _depth + 1, message.runs);
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							message.allocation = $root.swarm.v1.ServiceAllocation.decode(reader, reader.size(), $undefined, _depth + 1, message.allocation);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Service;
		})();

		v1.ServiceAllocation = (function() {

			const ServiceAllocation = function (properties) {
				this.ports = [];
				this.virtualAddresses = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ServiceAllocation.prototype.ports = $util.emptyArray;
			ServiceAllocation.prototype.virtualAddresses = $util.emptyArray;
			ServiceAllocation.prototype.problem = "";

			ServiceAllocation.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ports != null && message.ports.length)
					for (let i = 0; i < message.ports.length; ++i)
						$root.swarm.v1.PortSpec.encode(message.ports[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.virtualAddresses != null && message.virtualAddresses.length)
					for (let i = 0; i < message.virtualAddresses.length; ++i)
						$root.swarm.v1.NetworkAttachment.encode(message.virtualAddresses[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.problem != null && $Object.hasOwnProperty.call(message, "problem") && message.problem !== "")
					writer.uint32(26).string(message.problem);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ServiceAllocation.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ServiceAllocation();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.ports && message.ports.length))
								message.ports = [];
							message.ports.push($root.swarm.v1.PortSpec.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.virtualAddresses && message.virtualAddresses.length))
								message.virtualAddresses = [];
							message.virtualAddresses.push($root.swarm.v1.NetworkAttachment.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.problem = value;
							else
								delete message.problem;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ServiceAllocation;
		})();

		v1.ServiceRuns = (function() {

			const ServiceRuns = function (properties) {
				this.runs = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ServiceRuns.prototype.runs = $util.emptyArray;
			ServiceRuns.prototype.lastNumber = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ServiceRuns.prototype.scheduledUntilMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			ServiceRuns.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.runs != null && message.runs.length)
					for (let i = 0; i < message.runs.length; ++i)
						$root.swarm.v1.JobRun.encode(message.runs[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.lastNumber != null && $Object.hasOwnProperty.call(message, "lastNumber") && (typeof message.lastNumber === "object" ? message.lastNumber.low || message.lastNumber.high : message.lastNumber !== 0))
					writer.uint32(16).uint64(message.lastNumber);
				if (message.scheduledUntilMs != null && $Object.hasOwnProperty.call(message, "scheduledUntilMs") && (typeof message.scheduledUntilMs === "object" ? message.scheduledUntilMs.low || message.scheduledUntilMs.high : message.scheduledUntilMs !== 0))
					writer.uint32(24).int64(message.scheduledUntilMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ServiceRuns.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ServiceRuns();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.runs && message.runs.length))
								message.runs = [];
							message.runs.push($root.swarm.v1.JobRun.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.lastNumber = value;
							else
								delete message.lastNumber;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.scheduledUntilMs = value;
							else
								delete message.scheduledUntilMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ServiceRuns;
		})();

		v1.JobRunState = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "JOB_RUN_STATE_ACTIVE"] = 0;
			values[valuesById[1] = "JOB_RUN_STATE_COMPLETE"] = 1;
			values[valuesById[2] = "JOB_RUN_STATE_FAILED"] = 2;
			values[valuesById[3] = "JOB_RUN_STATE_MISSED"] = 3;
			values[valuesById[4] = "JOB_RUN_STATE_REPLACED"] = 4;
			return values;
		})();

		v1.JobRun = (function() {

			const JobRun = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			JobRun.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			JobRun.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			JobRun.prototype.scheduledAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			JobRun.prototype.startedAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			JobRun.prototype.endedAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			JobRun.prototype.state = 0;
			JobRun.prototype.message = "";

			JobRun.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
					writer.uint32(8).uint64(message.number);
				if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
					writer.uint32(16).uint64(message.revision);
				if (message.scheduledAtMs != null && $Object.hasOwnProperty.call(message, "scheduledAtMs") && (typeof message.scheduledAtMs === "object" ? message.scheduledAtMs.low || message.scheduledAtMs.high : message.scheduledAtMs !== 0))
					writer.uint32(24).int64(message.scheduledAtMs);
				if (message.startedAtMs != null && $Object.hasOwnProperty.call(message, "startedAtMs") && (typeof message.startedAtMs === "object" ? message.startedAtMs.low || message.startedAtMs.high : message.startedAtMs !== 0))
					writer.uint32(32).int64(message.startedAtMs);
				if (message.endedAtMs != null && $Object.hasOwnProperty.call(message, "endedAtMs") && (typeof message.endedAtMs === "object" ? message.endedAtMs.low || message.endedAtMs.high : message.endedAtMs !== 0))
					writer.uint32(40).int64(message.endedAtMs);
				if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
					writer.uint32(48).int32(message.state);
				if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
					writer.uint32(58).string(message.message);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			JobRun.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.JobRun();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.number = value;
							else
								delete message.number;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.revision = value;
							else
								delete message.revision;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.scheduledAtMs = value;
							else
								delete message.scheduledAtMs;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.startedAtMs = value;
							else
								delete message.startedAtMs;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.endedAtMs = value;
							else
								delete message.endedAtMs;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.state = value;
							else
								delete message.state;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.message = value;
							else
								delete message.message;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return JobRun;
		})();

		v1.RolloutRequest = (function() {

			const RolloutRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RolloutRequest.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			RolloutRequest.prototype.isRollback = false;
			RolloutRequest.prototype.isPaused = false;
			RolloutRequest.prototype.stableRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			RolloutRequest.prototype.isAutomatic = false;

			RolloutRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
					writer.uint32(8).uint64(message.number);
				if (message.isRollback != null && $Object.hasOwnProperty.call(message, "isRollback") && message.isRollback !== false)
					writer.uint32(16).bool(message.isRollback);
				if (message.isPaused != null && $Object.hasOwnProperty.call(message, "isPaused") && message.isPaused !== false)
					writer.uint32(24).bool(message.isPaused);
				if (message.stableRevision != null && $Object.hasOwnProperty.call(message, "stableRevision") && (typeof message.stableRevision === "object" ? message.stableRevision.low || message.stableRevision.high : message.stableRevision !== 0))
					writer.uint32(32).uint64(message.stableRevision);
				if (message.isAutomatic != null && $Object.hasOwnProperty.call(message, "isAutomatic") && message.isAutomatic !== false)
					writer.uint32(40).bool(message.isAutomatic);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RolloutRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RolloutRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.number = value;
							else
								delete message.number;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.isRollback = value;
							else
								delete message.isRollback;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.isPaused = value;
							else
								delete message.isPaused;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.stableRevision = value;
							else
								delete message.stableRevision;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.isAutomatic = value;
							else
								delete message.isAutomatic;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RolloutRequest;
		})();

		v1.ServiceRevision = (function() {

			const ServiceRevision = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ServiceRevision.prototype.id = "";
			ServiceRevision.prototype.meta = null;
			ServiceRevision.prototype.serviceId = "";
			ServiceRevision.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ServiceRevision.prototype.spec = null;
			ServiceRevision.prototype.requestId = "";

			ServiceRevision.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(26).string(message.serviceId);
				if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
					writer.uint32(32).uint64(message.revision);
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ServiceSpec.encode(message.spec, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
					writer.uint32(50).string(message.requestId);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ServiceRevision.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ServiceRevision();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.revision = value;
							else
								delete message.revision;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ServiceSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.requestId = value;
							else
								delete message.requestId;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ServiceRevision;
		})();

		v1.PastRequest = (function() {

			const PastRequest = function (properties) {
				this.warnings = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PastRequest.prototype.id = "";
			PastRequest.prototype.meta = null;
			PastRequest.prototype.method = "";
			PastRequest.prototype.digest = "";
			PastRequest.prototype.objectId = "";
			PastRequest.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			PastRequest.prototype.previousRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			PastRequest.prototype.rollout = null;
			PastRequest.prototype.warnings = $util.emptyArray;

			PastRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== "")
					writer.uint32(26).string(message.method);
				if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest !== "")
					writer.uint32(34).string(message.digest);
				if (message.objectId != null && $Object.hasOwnProperty.call(message, "objectId") && message.objectId !== "")
					writer.uint32(42).string(message.objectId);
				if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
					writer.uint32(48).uint64(message.revision);
				if (message.previousRevision != null && $Object.hasOwnProperty.call(message, "previousRevision") && (typeof message.previousRevision === "object" ? message.previousRevision.low || message.previousRevision.high : message.previousRevision !== 0))
					writer.uint32(56).uint64(message.previousRevision);
				if (message.rollout != null && $Object.hasOwnProperty.call(message, "rollout"))
					$root.swarm.v1.RolloutRequest.encode(message.rollout, writer.uint32(66).fork(), _depth + 1).ldelim();
				if (message.warnings != null && message.warnings.length)
					for (let i = 0; i < message.warnings.length; ++i)
						writer.uint32(74).string(message.warnings[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PastRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PastRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.method = value;
							else
								delete message.method;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.digest = value;
							else
								delete message.digest;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.objectId = value;
							else
								delete message.objectId;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.revision = value;
							else
								delete message.revision;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.previousRevision = value;
							else
								delete message.previousRevision;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							message.rollout = $root.swarm.v1.RolloutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.rollout);
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							if (!(message.warnings && message.warnings.length))
								message.warnings = [];
							message.warnings.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PastRequest;
		})();

		v1.ServiceSpec = (function() {

			const ServiceSpec = function (properties) {
				this.labels = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ServiceSpec.prototype.name = "";
			ServiceSpec.prototype.labels = $util.emptyObject;
			ServiceSpec.prototype.replicated = null;
			ServiceSpec.prototype.global = null;
			ServiceSpec.prototype.replicatedJob = null;
			ServiceSpec.prototype.globalJob = null;
			ServiceSpec.prototype.task = null;
			ServiceSpec.prototype.endpoint = null;
			ServiceSpec.prototype.update = null;
			ServiceSpec.prototype.rollback = null;
			ServiceSpec.prototype.schedule = null;
			ServiceSpec.prototype.onNodeDown = 0;

			let $oneOfFields;

			$Object.defineProperty(ServiceSpec.prototype, "mode", {
				get: $util.oneOfGetter($oneOfFields = ["replicated", "global", "replicatedJob", "globalJob"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			ServiceSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(10).string(message.name);
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.replicated != null && $Object.hasOwnProperty.call(message, "replicated"))
					$root.swarm.v1.ReplicatedMode.encode(message.replicated, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
					$root.swarm.v1.TaskSpec.encode(message.task, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.endpoint != null && $Object.hasOwnProperty.call(message, "endpoint"))
					$root.swarm.v1.EndpointSpec.encode(message.endpoint, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.update != null && $Object.hasOwnProperty.call(message, "update"))
					$root.swarm.v1.UpdateConfig.encode(message.update, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.rollback != null && $Object.hasOwnProperty.call(message, "rollback"))
					$root.swarm.v1.UpdateConfig.encode(message.rollback, writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.global != null && $Object.hasOwnProperty.call(message, "global"))
					$root.swarm.v1.GlobalMode.encode(message.global, writer.uint32(66).fork(), _depth + 1).ldelim();
				if (message.replicatedJob != null && $Object.hasOwnProperty.call(message, "replicatedJob"))
					$root.swarm.v1.ReplicatedJobMode.encode(message.replicatedJob, writer.uint32(74).fork(), _depth + 1).ldelim();
				if (message.globalJob != null && $Object.hasOwnProperty.call(message, "globalJob"))
					$root.swarm.v1.GlobalJobMode.encode(message.globalJob, writer.uint32(82).fork(), _depth + 1).ldelim();
				if (message.schedule != null && $Object.hasOwnProperty.call(message, "schedule"))
					$root.swarm.v1.Schedule.encode(message.schedule, writer.uint32(90).fork(), _depth + 1).ldelim();
				if (message.onNodeDown != null && $Object.hasOwnProperty.call(message, "onNodeDown") && message.onNodeDown !== 0)
					writer.uint32(96).int32(message.onNodeDown);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ServiceSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ServiceSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.replicated = $root.swarm.v1.ReplicatedMode.decode(reader, reader.size(), $undefined, _depth + 1, message.replicated);
							message.mode = "replicated";
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							message.global = $root.swarm.v1.GlobalMode.decode(reader, reader.size(), $undefined, _depth + 1, message.global);
							message.mode = "global";
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							message.replicatedJob = $root.swarm.v1.ReplicatedJobMode.decode(reader, reader.size(), $undefined, _depth + 1, message.replicatedJob);
							message.mode = "replicatedJob";
							continue;
						}
					case 10: {
							if (wireType !== 2)
								break;
							message.globalJob = $root.swarm.v1.GlobalJobMode.decode(reader, reader.size(), $undefined, _depth + 1, message.globalJob);
							message.mode = "globalJob";
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.task = $root.swarm.v1.TaskSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.task);
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.endpoint = $root.swarm.v1.EndpointSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.endpoint);
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.update = $root.swarm.v1.UpdateConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.update);
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							message.rollback = $root.swarm.v1.UpdateConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.rollback);
							continue;
						}
					case 11: {
							if (wireType !== 2)
								break;
							message.schedule = $root.swarm.v1.Schedule.decode(reader, reader.size(), $undefined, _depth + 1, message.schedule);
							continue;
						}
					case 12: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.onNodeDown = value;
							else
								delete message.onNodeDown;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ServiceSpec;
		})();

		v1.NodeLossPolicy = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "NODE_LOSS_POLICY_REPLACE"] = 0;
			values[valuesById[1] = "NODE_LOSS_POLICY_WAIT"] = 1;
			return values;
		})();

		v1.ConcurrencyPolicy = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "CONCURRENCY_POLICY_ALLOW"] = 0;
			values[valuesById[1] = "CONCURRENCY_POLICY_FORBID"] = 1;
			values[valuesById[2] = "CONCURRENCY_POLICY_REPLACE"] = 2;
			return values;
		})();

		v1.Schedule = (function() {

			const Schedule = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Schedule.prototype.cron = "";
			Schedule.prototype.timeZone = "";
			Schedule.prototype.concurrency = 0;
			Schedule.prototype.startingDeadlineMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			Schedule.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.cron != null && $Object.hasOwnProperty.call(message, "cron") && message.cron !== "")
					writer.uint32(10).string(message.cron);
				if (message.timeZone != null && $Object.hasOwnProperty.call(message, "timeZone") && message.timeZone !== "")
					writer.uint32(18).string(message.timeZone);
				if (message.concurrency != null && $Object.hasOwnProperty.call(message, "concurrency") && message.concurrency !== 0)
					writer.uint32(24).int32(message.concurrency);
				if (message.startingDeadlineMs != null && $Object.hasOwnProperty.call(message, "startingDeadlineMs") && (typeof message.startingDeadlineMs === "object" ? message.startingDeadlineMs.low || message.startingDeadlineMs.high : message.startingDeadlineMs !== 0))
					writer.uint32(32).int64(message.startingDeadlineMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Schedule.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Schedule();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.cron = value;
							else
								delete message.cron;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.timeZone = value;
							else
								delete message.timeZone;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.concurrency = value;
							else
								delete message.concurrency;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.startingDeadlineMs = value;
							else
								delete message.startingDeadlineMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Schedule;
		})();

		v1.FailureAction = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "FAILURE_ACTION_PAUSE"] = 0;
			values[valuesById[1] = "FAILURE_ACTION_CONTINUE"] = 1;
			values[valuesById[2] = "FAILURE_ACTION_ROLLBACK"] = 2;
			return values;
		})();

		v1.UpdateOrder = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "UPDATE_ORDER_STOP_FIRST"] = 0;
			values[valuesById[1] = "UPDATE_ORDER_START_FIRST"] = 1;
			return values;
		})();

		v1.UpdateConfig = (function() {

			const UpdateConfig = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UpdateConfig.prototype.parallelism = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			UpdateConfig.prototype.delayMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			UpdateConfig.prototype.failureAction = 0;
			UpdateConfig.prototype.monitorMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			UpdateConfig.prototype.maxFailureRatio = 0;
			UpdateConfig.prototype.order = 0;
			UpdateConfig.prototype.progressDeadlineMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			UpdateConfig.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.parallelism != null && $Object.hasOwnProperty.call(message, "parallelism") && (typeof message.parallelism === "object" ? message.parallelism.low || message.parallelism.high : message.parallelism !== 0))
					writer.uint32(8).uint64(message.parallelism);
				if (message.delayMs != null && $Object.hasOwnProperty.call(message, "delayMs") && (typeof message.delayMs === "object" ? message.delayMs.low || message.delayMs.high : message.delayMs !== 0))
					writer.uint32(16).int64(message.delayMs);
				if (message.failureAction != null && $Object.hasOwnProperty.call(message, "failureAction") && message.failureAction !== 0)
					writer.uint32(24).int32(message.failureAction);
				if (message.monitorMs != null && $Object.hasOwnProperty.call(message, "monitorMs") && (typeof message.monitorMs === "object" ? message.monitorMs.low || message.monitorMs.high : message.monitorMs !== 0))
					writer.uint32(32).int64(message.monitorMs);
				if (message.maxFailureRatio != null && $Object.hasOwnProperty.call(message, "maxFailureRatio") && !$Object.is(message.maxFailureRatio, 0))
					writer.uint32(41).double(message.maxFailureRatio);
				if (message.order != null && $Object.hasOwnProperty.call(message, "order") && message.order !== 0)
					writer.uint32(48).int32(message.order);
				if (message.progressDeadlineMs != null && $Object.hasOwnProperty.call(message, "progressDeadlineMs") && (typeof message.progressDeadlineMs === "object" ? message.progressDeadlineMs.low || message.progressDeadlineMs.high : message.progressDeadlineMs !== 0))
					writer.uint32(56).int64(message.progressDeadlineMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UpdateConfig.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UpdateConfig();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.parallelism = value;
							else
								delete message.parallelism;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.delayMs = value;
							else
								delete message.delayMs;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.failureAction = value;
							else
								delete message.failureAction;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.monitorMs = value;
							else
								delete message.monitorMs;
							continue;
						}
					case 5: {
							if (wireType !== 1)
								break;
							if (!$Object.is(value = reader.double(), 0))
								message.maxFailureRatio = value;
							else
								delete message.maxFailureRatio;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.order = value;
							else
								delete message.order;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.progressDeadlineMs = value;
							else
								delete message.progressDeadlineMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UpdateConfig;
		})();

		v1.ReplicatedMode = (function() {

			const ReplicatedMode = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ReplicatedMode.prototype.replicas = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			ReplicatedMode.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.replicas != null && $Object.hasOwnProperty.call(message, "replicas") && (typeof message.replicas === "object" ? message.replicas.low || message.replicas.high : message.replicas !== 0))
					writer.uint32(8).uint64(message.replicas);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ReplicatedMode.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ReplicatedMode();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.replicas = value;
							else
								delete message.replicas;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ReplicatedMode;
		})();

		v1.GlobalMode = (function() {

			const GlobalMode = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GlobalMode.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GlobalMode.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GlobalMode();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GlobalMode;
		})();

		v1.ReplicatedJobMode = (function() {

			const ReplicatedJobMode = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ReplicatedJobMode.prototype.maxConcurrent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ReplicatedJobMode.prototype.totalCompletions = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			ReplicatedJobMode.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.maxConcurrent != null && $Object.hasOwnProperty.call(message, "maxConcurrent") && (typeof message.maxConcurrent === "object" ? message.maxConcurrent.low || message.maxConcurrent.high : message.maxConcurrent !== 0))
					writer.uint32(8).uint64(message.maxConcurrent);
				if (message.totalCompletions != null && $Object.hasOwnProperty.call(message, "totalCompletions") && (typeof message.totalCompletions === "object" ? message.totalCompletions.low || message.totalCompletions.high : message.totalCompletions !== 0))
					writer.uint32(16).uint64(message.totalCompletions);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ReplicatedJobMode.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ReplicatedJobMode();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.maxConcurrent = value;
							else
								delete message.maxConcurrent;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.totalCompletions = value;
							else
								delete message.totalCompletions;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ReplicatedJobMode;
		})();

		v1.GlobalJobMode = (function() {

			const GlobalJobMode = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GlobalJobMode.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GlobalJobMode.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GlobalJobMode();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GlobalJobMode;
		})();

		v1.ServiceDesired = (function() {

			const ServiceDesired = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ServiceDesired.prototype.state = 0;
			ServiceDesired.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ServiceDesired.prototype.startedAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			ServiceDesired.prototype.completedAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			ServiceDesired.prototype.message = "";
			ServiceDesired.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ServiceDesired.prototype.slotCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			ServiceDesired.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
					writer.uint32(8).int32(message.state);
				if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
					writer.uint32(16).uint64(message.revision);
				if (message.startedAtMs != null && $Object.hasOwnProperty.call(message, "startedAtMs") && (typeof message.startedAtMs === "object" ? message.startedAtMs.low || message.startedAtMs.high : message.startedAtMs !== 0))
					writer.uint32(24).int64(message.startedAtMs);
				if (message.completedAtMs != null && $Object.hasOwnProperty.call(message, "completedAtMs") && (typeof message.completedAtMs === "object" ? message.completedAtMs.low || message.completedAtMs.high : message.completedAtMs !== 0))
					writer.uint32(32).int64(message.completedAtMs);
				if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
					writer.uint32(42).string(message.message);
				if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
					writer.uint32(48).uint64(message.number);
				if (message.slotCount != null && $Object.hasOwnProperty.call(message, "slotCount") && (typeof message.slotCount === "object" ? message.slotCount.low || message.slotCount.high : message.slotCount !== 0))
					writer.uint32(56).uint64(message.slotCount);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ServiceDesired.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ServiceDesired();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.state = value;
							else
								delete message.state;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.revision = value;
							else
								delete message.revision;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.startedAtMs = value;
							else
								delete message.startedAtMs;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.completedAtMs = value;
							else
								delete message.completedAtMs;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.message = value;
							else
								delete message.message;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.number = value;
							else
								delete message.number;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.slotCount = value;
							else
								delete message.slotCount;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ServiceDesired;
		})();

		v1.RolloutState = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "ROLLOUT_STATE_NONE"] = 0;
			values[valuesById[1] = "ROLLOUT_STATE_UPDATING"] = 1;
			values[valuesById[2] = "ROLLOUT_STATE_COMPLETED"] = 2;
			values[valuesById[3] = "ROLLOUT_STATE_PAUSED"] = 3;
			values[valuesById[4] = "ROLLOUT_STATE_ROLLBACK_STARTED"] = 4;
			values[valuesById[5] = "ROLLOUT_STATE_ROLLBACK_PAUSED"] = 5;
			values[valuesById[6] = "ROLLOUT_STATE_ROLLBACK_COMPLETED"] = 6;
			return values;
		})();

		v1.EndpointSpec = (function() {

			const EndpointSpec = function (properties) {
				this.ports = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			EndpointSpec.prototype.ports = $util.emptyArray;
			EndpointSpec.prototype.mode = 0;
			EndpointSpec.prototype.drainTimeoutMs = null;

			let $oneOfFields;

			// Virtual OneOf for proto3 optional field
			$Object.defineProperty(EndpointSpec.prototype, "_drainTimeoutMs", {
				get: $util.oneOfGetter($oneOfFields = ["drainTimeoutMs"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			EndpointSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ports != null && message.ports.length)
					for (let i = 0; i < message.ports.length; ++i)
						$root.swarm.v1.PortSpec.encode(message.ports[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
					writer.uint32(16).int32(message.mode);
				if (message.drainTimeoutMs != null && $Object.hasOwnProperty.call(message, "drainTimeoutMs"))
					writer.uint32(24).int64(message.drainTimeoutMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			EndpointSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.EndpointSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.ports && message.ports.length))
								message.ports = [];
							message.ports.push($root.swarm.v1.PortSpec.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.mode = value;
							else
								delete message.mode;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							message.drainTimeoutMs = reader.int64();
							message._drainTimeoutMs = "drainTimeoutMs";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return EndpointSpec;
		})();

		v1.EndpointMode = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "ENDPOINT_MODE_VIP"] = 0;
			values[valuesById[1] = "ENDPOINT_MODE_DNSRR"] = 1;
			return values;
		})();

		v1.PortProtocol = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "PORT_PROTOCOL_TCP"] = 0;
			values[valuesById[1] = "PORT_PROTOCOL_UDP"] = 1;
			values[valuesById[2] = "PORT_PROTOCOL_SCTP"] = 2;
			return values;
		})();

		v1.PublishMode = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "PUBLISH_MODE_INGRESS"] = 0;
			values[valuesById[1] = "PUBLISH_MODE_HOST"] = 1;
			return values;
		})();

		v1.PortSpec = (function() {

			const PortSpec = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PortSpec.prototype.protocol = 0;
			PortSpec.prototype.targetPort = 0;
			PortSpec.prototype.publishedPort = 0;
			PortSpec.prototype.publishMode = 0;
			PortSpec.prototype.hostIp = "";

			PortSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
					writer.uint32(8).int32(message.protocol);
				if (message.targetPort != null && $Object.hasOwnProperty.call(message, "targetPort") && message.targetPort !== 0)
					writer.uint32(16).uint32(message.targetPort);
				if (message.publishedPort != null && $Object.hasOwnProperty.call(message, "publishedPort") && message.publishedPort !== 0)
					writer.uint32(24).uint32(message.publishedPort);
				if (message.publishMode != null && $Object.hasOwnProperty.call(message, "publishMode") && message.publishMode !== 0)
					writer.uint32(32).int32(message.publishMode);
				if (message.hostIp != null && $Object.hasOwnProperty.call(message, "hostIp") && message.hostIp !== "")
					writer.uint32(42).string(message.hostIp);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PortSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PortSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.protocol = value;
							else
								delete message.protocol;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.targetPort = value;
							else
								delete message.targetPort;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.publishedPort = value;
							else
								delete message.publishedPort;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.publishMode = value;
							else
								delete message.publishMode;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.hostIp = value;
							else
								delete message.hostIp;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PortSpec;
		})();

		v1.TaskSpec = (function() {

			const TaskSpec = function (properties) {
				this.networks = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskSpec.prototype.container = null;
			TaskSpec.prototype.resources = null;
			TaskSpec.prototype.restart = null;
			TaskSpec.prototype.placement = null;
			TaskSpec.prototype.forceUpdate = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			TaskSpec.prototype.logDriver = null;
			TaskSpec.prototype.networks = $util.emptyArray;

			TaskSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.container != null && $Object.hasOwnProperty.call(message, "container"))
					$root.swarm.v1.ContainerSpec.encode(message.container, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.resources != null && $Object.hasOwnProperty.call(message, "resources"))
					$root.swarm.v1.ResourceRequirements.encode(message.resources, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.restart != null && $Object.hasOwnProperty.call(message, "restart"))
					$root.swarm.v1.RestartPolicy.encode(message.restart, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.placement != null && $Object.hasOwnProperty.call(message, "placement"))
					$root.swarm.v1.Placement.encode(message.placement, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.forceUpdate != null && $Object.hasOwnProperty.call(message, "forceUpdate") && (typeof message.forceUpdate === "object" ? message.forceUpdate.low || message.forceUpdate.high : message.forceUpdate !== 0))
					writer.uint32(40).uint64(message.forceUpdate);
				if (message.logDriver != null && $Object.hasOwnProperty.call(message, "logDriver"))
					$root.swarm.v1.LogDriver.encode(message.logDriver, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.networks != null && message.networks.length)
					for (let i = 0; i < message.networks.length; ++i)
						$root.swarm.v1.NetworkAttachmentConfig.encode(message.networks[i], writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.container = $root.swarm.v1.ContainerSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.container);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.resources = $root.swarm.v1.ResourceRequirements.decode(reader, reader.size(), $undefined, _depth + 1, message.resources);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.restart = $root.swarm.v1.RestartPolicy.decode(reader, reader.size(), $undefined, _depth + 1, message.restart);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.placement = $root.swarm.v1.Placement.decode(reader, reader.size(), $undefined, _depth + 1, message.placement);
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.forceUpdate = value;
							else
								delete message.forceUpdate;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.logDriver = $root.swarm.v1.LogDriver.decode(reader, reader.size(), $undefined, _depth + 1, message.logDriver);
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if (!(message.networks && message.networks.length))
								message.networks = [];
							message.networks.push($root.swarm.v1.NetworkAttachmentConfig.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskSpec;
		})();

		v1.NetworkAttachmentConfig = (function() {

			const NetworkAttachmentConfig = function (properties) {
				this.aliases = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkAttachmentConfig.prototype.networkId = "";
			NetworkAttachmentConfig.prototype.aliases = $util.emptyArray;

			NetworkAttachmentConfig.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.networkId != null && $Object.hasOwnProperty.call(message, "networkId") && message.networkId !== "")
					writer.uint32(10).string(message.networkId);
				if (message.aliases != null && message.aliases.length)
					for (let i = 0; i < message.aliases.length; ++i)
						writer.uint32(18).string(message.aliases[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkAttachmentConfig.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkAttachmentConfig();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.networkId = value;
							else
								delete message.networkId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.aliases && message.aliases.length))
								message.aliases = [];
							message.aliases.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkAttachmentConfig;
		})();

		v1.ContainerSpec = (function() {

			const ContainerSpec = function (properties) {
				this.command = [];
				this.args = [];
				this.env = [];
				this.groups = [];
				this.labels = {};
				this.mounts = [];
				this.hosts = [];
				this.dnsServers = [];
				this.dnsSearch = [];
				this.dnsOptions = [];
				this.capabilityAdd = [];
				this.capabilityDrop = [];
				this.sysctls = {};
				this.ulimits = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ContainerSpec.prototype.image = "";
			ContainerSpec.prototype.command = $util.emptyArray;
			ContainerSpec.prototype.args = $util.emptyArray;
			ContainerSpec.prototype.env = $util.emptyArray;
			ContainerSpec.prototype.hostname = "";
			ContainerSpec.prototype.workingDir = "";
			ContainerSpec.prototype.user = "";
			ContainerSpec.prototype.groups = $util.emptyArray;
			ContainerSpec.prototype.labels = $util.emptyObject;
			ContainerSpec.prototype.init = null;
			ContainerSpec.prototype.tty = false;
			ContainerSpec.prototype.openStdin = false;
			ContainerSpec.prototype.readOnly = false;
			ContainerSpec.prototype.stopSignal = "";
			ContainerSpec.prototype.stopGracePeriodMs = null;
			ContainerSpec.prototype.mounts = $util.emptyArray;
			ContainerSpec.prototype.healthCheck = null;
			ContainerSpec.prototype.hosts = $util.emptyArray;
			ContainerSpec.prototype.dnsServers = $util.emptyArray;
			ContainerSpec.prototype.dnsSearch = $util.emptyArray;
			ContainerSpec.prototype.dnsOptions = $util.emptyArray;
			ContainerSpec.prototype.capabilityAdd = $util.emptyArray;
			ContainerSpec.prototype.capabilityDrop = $util.emptyArray;
			ContainerSpec.prototype.sysctls = $util.emptyObject;
			ContainerSpec.prototype.ulimits = $util.emptyArray;

			let $oneOfFields;

			// Virtual OneOf for proto3 optional field
			$Object.defineProperty(ContainerSpec.prototype, "_init", {
				get: $util.oneOfGetter($oneOfFields = ["init"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			// Virtual OneOf for proto3 optional field
			$Object.defineProperty(ContainerSpec.prototype, "_stopGracePeriodMs", {
				get: $util.oneOfGetter($oneOfFields = ["stopGracePeriodMs"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			ContainerSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.image != null && $Object.hasOwnProperty.call(message, "image") && message.image !== "")
					writer.uint32(10).string(message.image);
				if (message.command != null && message.command.length)
					for (let i = 0; i < message.command.length; ++i)
						writer.uint32(18).string(message.command[i]);
				if (message.args != null && message.args.length)
					for (let i = 0; i < message.args.length; ++i)
						writer.uint32(26).string(message.args[i]);
				if (message.env != null && message.env.length)
					for (let i = 0; i < message.env.length; ++i)
						writer.uint32(34).string(message.env[i]);
				if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
					writer.uint32(42).string(message.hostname);
				if (message.workingDir != null && $Object.hasOwnProperty.call(message, "workingDir") && message.workingDir !== "")
					writer.uint32(50).string(message.workingDir);
				if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
					writer.uint32(58).string(message.user);
				if (message.groups != null && message.groups.length)
					for (let i = 0; i < message.groups.length; ++i)
						writer.uint32(66).string(message.groups[i]);
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(74).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.init != null && $Object.hasOwnProperty.call(message, "init"))
					writer.uint32(80).bool(message.init);
				if (message.tty != null && $Object.hasOwnProperty.call(message, "tty") && message.tty !== false)
					writer.uint32(88).bool(message.tty);
				if (message.openStdin != null && $Object.hasOwnProperty.call(message, "openStdin") && message.openStdin !== false)
					writer.uint32(96).bool(message.openStdin);
				if (message.readOnly != null && $Object.hasOwnProperty.call(message, "readOnly") && message.readOnly !== false)
					writer.uint32(104).bool(message.readOnly);
				if (message.stopSignal != null && $Object.hasOwnProperty.call(message, "stopSignal") && message.stopSignal !== "")
					writer.uint32(114).string(message.stopSignal);
				if (message.stopGracePeriodMs != null && $Object.hasOwnProperty.call(message, "stopGracePeriodMs"))
					writer.uint32(120).int64(message.stopGracePeriodMs);
				if (message.mounts != null && message.mounts.length)
					for (let i = 0; i < message.mounts.length; ++i)
						$root.swarm.v1.Mount.encode(message.mounts[i], writer.uint32(130).fork(), _depth + 1).ldelim();
				if (message.healthCheck != null && $Object.hasOwnProperty.call(message, "healthCheck"))
					$root.swarm.v1.HealthCheck.encode(message.healthCheck, writer.uint32(138).fork(), _depth + 1).ldelim();
				if (message.hosts != null && message.hosts.length)
					for (let i = 0; i < message.hosts.length; ++i)
						writer.uint32(146).string(message.hosts[i]);
				if (message.dnsServers != null && message.dnsServers.length)
					for (let i = 0; i < message.dnsServers.length; ++i)
						writer.uint32(154).string(message.dnsServers[i]);
				if (message.dnsSearch != null && message.dnsSearch.length)
					for (let i = 0; i < message.dnsSearch.length; ++i)
						writer.uint32(162).string(message.dnsSearch[i]);
				if (message.dnsOptions != null && message.dnsOptions.length)
					for (let i = 0; i < message.dnsOptions.length; ++i)
						writer.uint32(170).string(message.dnsOptions[i]);
				if (message.capabilityAdd != null && message.capabilityAdd.length)
					for (let i = 0; i < message.capabilityAdd.length; ++i)
						writer.uint32(178).string(message.capabilityAdd[i]);
				if (message.capabilityDrop != null && message.capabilityDrop.length)
					for (let i = 0; i < message.capabilityDrop.length; ++i)
						writer.uint32(186).string(message.capabilityDrop[i]);
				if (message.sysctls != null && $Object.hasOwnProperty.call(message, "sysctls"))
					for (let keys = $Object.keys(message.sysctls), i = 0; i < keys.length; ++i)
						writer.uint32(194).fork().uint32(10).string(keys[i]).uint32(18).string(message.sysctls[keys[i]]).ldelim();
				if (message.ulimits != null && message.ulimits.length)
					for (let i = 0; i < message.ulimits.length; ++i)
						$root.swarm.v1.Ulimit.encode(message.ulimits[i], writer.uint32(202).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ContainerSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ContainerSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.image = value;
							else
								delete message.image;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.command && message.command.length))
								message.command = [];
							message.command.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.args && message.args.length))
								message.args = [];
							message.args.push(reader.stringVerify());
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.env && message.env.length))
								message.env = [];
							message.env.push(reader.stringVerify());
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.hostname = value;
							else
								delete message.hostname;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.workingDir = value;
							else
								delete message.workingDir;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.user = value;
							else
								delete message.user;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if (!(message.groups && message.groups.length))
								message.groups = [];
							message.groups.push(reader.stringVerify());
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					case 10: {
							if (wireType !== 0)
								break;
							message.init = reader.bool();
							message._init = "init";
							continue;
						}
					case 11: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.tty = value;
							else
								delete message.tty;
							continue;
						}
					case 12: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.openStdin = value;
							else
								delete message.openStdin;
							continue;
						}
					case 13: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.readOnly = value;
							else
								delete message.readOnly;
							continue;
						}
					case 14: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.stopSignal = value;
							else
								delete message.stopSignal;
							continue;
						}
					case 15: {
							if (wireType !== 0)
								break;
							message.stopGracePeriodMs = reader.int64();
							message._stopGracePeriodMs = "stopGracePeriodMs";
							continue;
						}
					case 16: {
							if (wireType !== 2)
								break;
							if (!(message.mounts && message.mounts.length))
								message.mounts = [];
							message.mounts.push($root.swarm.v1.Mount.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 17: {
							if (wireType !== 2)
								break;
							message.healthCheck = $root.swarm.v1.HealthCheck.decode(reader, reader.size(), $undefined, _depth + 1, message.healthCheck);
							continue;
						}
					case 18: {
							if (wireType !== 2)
								break;
							if (!(message.hosts && message.hosts.length))
								message.hosts = [];
							message.hosts.push(reader.stringVerify());
							continue;
						}
					case 19: {
							if (wireType !== 2)
								break;
							if (!(message.dnsServers && message.dnsServers.length))
								message.dnsServers = [];
							message.dnsServers.push(reader.stringVerify());
							continue;
						}
					case 20: {
							if (wireType !== 2)
								break;
							if (!(message.dnsSearch && message.dnsSearch.length))
								message.dnsSearch = [];
							message.dnsSearch.push(reader.stringVerify());
							continue;
						}
					case 21: {
							if (wireType !== 2)
								break;
							if (!(message.dnsOptions && message.dnsOptions.length))
								message.dnsOptions = [];
							message.dnsOptions.push(reader.stringVerify());
							continue;
						}
					case 22: {
							if (wireType !== 2)
								break;
							if (!(message.capabilityAdd && message.capabilityAdd.length))
								message.capabilityAdd = [];
							message.capabilityAdd.push(reader.stringVerify());
							continue;
						}
					case 23: {
							if (wireType !== 2)
								break;
							if (!(message.capabilityDrop && message.capabilityDrop.length))
								message.capabilityDrop = [];
							message.capabilityDrop.push(reader.stringVerify());
							continue;
						}
					case 24: {
							if (wireType !== 2)
								break;
							if (message.sysctls === $util.emptyObject)
								message.sysctls = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.sysctls, key);
							message.sysctls[key] = value;
							continue;
						}
					case 25: {
							if (wireType !== 2)
								break;
							if (!(message.ulimits && message.ulimits.length))
								message.ulimits = [];
							message.ulimits.push($root.swarm.v1.Ulimit.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ContainerSpec;
		})();

		v1.MountType = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "MOUNT_TYPE_BIND"] = 0;
			values[valuesById[1] = "MOUNT_TYPE_VOLUME"] = 1;
			values[valuesById[2] = "MOUNT_TYPE_TMPFS"] = 2;
			values[valuesById[3] = "MOUNT_TYPE_CLUSTER"] = 3;
			return values;
		})();

		v1.Mount = (function() {

			const Mount = function (properties) {
				this.volumeLabels = {};
				this.volumeOptions = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Mount.prototype.type = 0;
			Mount.prototype.source = "";
			Mount.prototype.target = "";
			Mount.prototype.readOnly = false;
			Mount.prototype.bindPropagation = "";
			Mount.prototype.volumeDriver = "";
			Mount.prototype.volumeLabels = $util.emptyObject;
			Mount.prototype.volumeOptions = $util.emptyObject;
			Mount.prototype.volumeNoCopy = false;
			Mount.prototype.tmpfsSizeBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			Mount.prototype.tmpfsMode = 0;

			Mount.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
					writer.uint32(8).int32(message.type);
				if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
					writer.uint32(18).string(message.source);
				if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== "")
					writer.uint32(26).string(message.target);
				if (message.readOnly != null && $Object.hasOwnProperty.call(message, "readOnly") && message.readOnly !== false)
					writer.uint32(32).bool(message.readOnly);
				if (message.bindPropagation != null && $Object.hasOwnProperty.call(message, "bindPropagation") && message.bindPropagation !== "")
					writer.uint32(42).string(message.bindPropagation);
				if (message.volumeDriver != null && $Object.hasOwnProperty.call(message, "volumeDriver") && message.volumeDriver !== "")
					writer.uint32(50).string(message.volumeDriver);
				if (message.volumeLabels != null && $Object.hasOwnProperty.call(message, "volumeLabels"))
					for (let keys = $Object.keys(message.volumeLabels), i = 0; i < keys.length; ++i)
						writer.uint32(58).fork().uint32(10).string(keys[i]).uint32(18).string(message.volumeLabels[keys[i]]).ldelim();
				if (message.volumeOptions != null && $Object.hasOwnProperty.call(message, "volumeOptions"))
					for (let keys = $Object.keys(message.volumeOptions), i = 0; i < keys.length; ++i)
						writer.uint32(66).fork().uint32(10).string(keys[i]).uint32(18).string(message.volumeOptions[keys[i]]).ldelim();
				if (message.volumeNoCopy != null && $Object.hasOwnProperty.call(message, "volumeNoCopy") && message.volumeNoCopy !== false)
					writer.uint32(72).bool(message.volumeNoCopy);
				if (message.tmpfsSizeBytes != null && $Object.hasOwnProperty.call(message, "tmpfsSizeBytes") && (typeof message.tmpfsSizeBytes === "object" ? message.tmpfsSizeBytes.low || message.tmpfsSizeBytes.high : message.tmpfsSizeBytes !== 0))
					writer.uint32(80).int64(message.tmpfsSizeBytes);
				if (message.tmpfsMode != null && $Object.hasOwnProperty.call(message, "tmpfsMode") && message.tmpfsMode !== 0)
					writer.uint32(88).uint32(message.tmpfsMode);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Mount.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Mount();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.type = value;
							else
								delete message.type;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.source = value;
							else
								delete message.source;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.target = value;
							else
								delete message.target;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.readOnly = value;
							else
								delete message.readOnly;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.bindPropagation = value;
							else
								delete message.bindPropagation;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.volumeDriver = value;
							else
								delete message.volumeDriver;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if (message.volumeLabels === $util.emptyObject)
								message.volumeLabels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.volumeLabels, key);
							message.volumeLabels[key] = value;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if (message.volumeOptions === $util.emptyObject)
								message.volumeOptions = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.volumeOptions, key);
							message.volumeOptions[key] = value;
							continue;
						}
					case 9: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.volumeNoCopy = value;
							else
								delete message.volumeNoCopy;
							continue;
						}
					case 10: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.tmpfsSizeBytes = value;
							else
								delete message.tmpfsSizeBytes;
							continue;
						}
					case 11: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.tmpfsMode = value;
							else
								delete message.tmpfsMode;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Mount;
		})();

		v1.HealthCheck = (function() {

			const HealthCheck = function (properties) {
				this.test = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			HealthCheck.prototype.test = $util.emptyArray;
			HealthCheck.prototype.intervalMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			HealthCheck.prototype.timeoutMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			HealthCheck.prototype.retries = 0;
			HealthCheck.prototype.startPeriodMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			HealthCheck.prototype.startIntervalMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			HealthCheck.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.test != null && message.test.length)
					for (let i = 0; i < message.test.length; ++i)
						writer.uint32(10).string(message.test[i]);
				if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs") && (typeof message.intervalMs === "object" ? message.intervalMs.low || message.intervalMs.high : message.intervalMs !== 0))
					writer.uint32(16).int64(message.intervalMs);
				if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && (typeof message.timeoutMs === "object" ? message.timeoutMs.low || message.timeoutMs.high : message.timeoutMs !== 0))
					writer.uint32(24).int64(message.timeoutMs);
				if (message.retries != null && $Object.hasOwnProperty.call(message, "retries") && message.retries !== 0)
					writer.uint32(32).uint32(message.retries);
				if (message.startPeriodMs != null && $Object.hasOwnProperty.call(message, "startPeriodMs") && (typeof message.startPeriodMs === "object" ? message.startPeriodMs.low || message.startPeriodMs.high : message.startPeriodMs !== 0))
					writer.uint32(40).int64(message.startPeriodMs);
				if (message.startIntervalMs != null && $Object.hasOwnProperty.call(message, "startIntervalMs") && (typeof message.startIntervalMs === "object" ? message.startIntervalMs.low || message.startIntervalMs.high : message.startIntervalMs !== 0))
					writer.uint32(48).int64(message.startIntervalMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			HealthCheck.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.HealthCheck();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.test && message.test.length))
								message.test = [];
							message.test.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.intervalMs = value;
							else
								delete message.intervalMs;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.timeoutMs = value;
							else
								delete message.timeoutMs;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.retries = value;
							else
								delete message.retries;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.startPeriodMs = value;
							else
								delete message.startPeriodMs;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.startIntervalMs = value;
							else
								delete message.startIntervalMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return HealthCheck;
		})();

		v1.Ulimit = (function() {

			const Ulimit = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Ulimit.prototype.name = "";
			Ulimit.prototype.soft = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			Ulimit.prototype.hard = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			Ulimit.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(10).string(message.name);
				if (message.soft != null && $Object.hasOwnProperty.call(message, "soft") && (typeof message.soft === "object" ? message.soft.low || message.soft.high : message.soft !== 0))
					writer.uint32(16).int64(message.soft);
				if (message.hard != null && $Object.hasOwnProperty.call(message, "hard") && (typeof message.hard === "object" ? message.hard.low || message.hard.high : message.hard !== 0))
					writer.uint32(24).int64(message.hard);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Ulimit.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Ulimit();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.soft = value;
							else
								delete message.soft;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.hard = value;
							else
								delete message.hard;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Ulimit;
		})();

		v1.LogDriver = (function() {

			const LogDriver = function (properties) {
				this.options = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogDriver.prototype.name = "";
			LogDriver.prototype.options = $util.emptyObject;

			LogDriver.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(10).string(message.name);
				if (message.options != null && $Object.hasOwnProperty.call(message, "options"))
					for (let keys = $Object.keys(message.options), i = 0; i < keys.length; ++i)
						writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.options[keys[i]]).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogDriver.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogDriver();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (message.options === $util.emptyObject)
								message.options = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.options, key);
							message.options[key] = value;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogDriver;
		})();

		v1.ResourceRequirements = (function() {

			const ResourceRequirements = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ResourceRequirements.prototype.limits = null;
			ResourceRequirements.prototype.reservations = null;

			ResourceRequirements.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
					$root.swarm.v1.ResourceLimits.encode(message.limits, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.reservations != null && $Object.hasOwnProperty.call(message, "reservations"))
					$root.swarm.v1.Resources.encode(message.reservations, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ResourceRequirements.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ResourceRequirements();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.limits = $root.swarm.v1.ResourceLimits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.reservations = $root.swarm.v1.Resources.decode(reader, reader.size(), $undefined, _depth + 1, message.reservations);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ResourceRequirements;
		})();

		v1.ResourceLimits = (function() {

			const ResourceLimits = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ResourceLimits.prototype.nanoCpus = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			ResourceLimits.prototype.memoryBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			ResourceLimits.prototype.pids = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			ResourceLimits.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nanoCpus != null && $Object.hasOwnProperty.call(message, "nanoCpus") && (typeof message.nanoCpus === "object" ? message.nanoCpus.low || message.nanoCpus.high : message.nanoCpus !== 0))
					writer.uint32(8).int64(message.nanoCpus);
				if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && (typeof message.memoryBytes === "object" ? message.memoryBytes.low || message.memoryBytes.high : message.memoryBytes !== 0))
					writer.uint32(16).int64(message.memoryBytes);
				if (message.pids != null && $Object.hasOwnProperty.call(message, "pids") && (typeof message.pids === "object" ? message.pids.low || message.pids.high : message.pids !== 0))
					writer.uint32(24).int64(message.pids);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ResourceLimits.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ResourceLimits();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.nanoCpus = value;
							else
								delete message.nanoCpus;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.memoryBytes = value;
							else
								delete message.memoryBytes;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.pids = value;
							else
								delete message.pids;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ResourceLimits;
		})();

		v1.RestartCondition = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "RESTART_CONDITION_NONE"] = 0;
			values[valuesById[1] = "RESTART_CONDITION_ON_FAILURE"] = 1;
			values[valuesById[2] = "RESTART_CONDITION_ANY"] = 2;
			return values;
		})();

		v1.RestartPolicy = (function() {

			const RestartPolicy = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RestartPolicy.prototype.condition = 0;
			RestartPolicy.prototype.delayMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			RestartPolicy.prototype.maxAttempts = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			RestartPolicy.prototype.windowMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			RestartPolicy.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.condition != null && $Object.hasOwnProperty.call(message, "condition") && message.condition !== 0)
					writer.uint32(8).int32(message.condition);
				if (message.delayMs != null && $Object.hasOwnProperty.call(message, "delayMs") && (typeof message.delayMs === "object" ? message.delayMs.low || message.delayMs.high : message.delayMs !== 0))
					writer.uint32(16).int64(message.delayMs);
				if (message.maxAttempts != null && $Object.hasOwnProperty.call(message, "maxAttempts") && (typeof message.maxAttempts === "object" ? message.maxAttempts.low || message.maxAttempts.high : message.maxAttempts !== 0))
					writer.uint32(24).uint64(message.maxAttempts);
				if (message.windowMs != null && $Object.hasOwnProperty.call(message, "windowMs") && (typeof message.windowMs === "object" ? message.windowMs.low || message.windowMs.high : message.windowMs !== 0))
					writer.uint32(32).int64(message.windowMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RestartPolicy.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RestartPolicy();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.condition = value;
							else
								delete message.condition;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.delayMs = value;
							else
								delete message.delayMs;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.maxAttempts = value;
							else
								delete message.maxAttempts;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.windowMs = value;
							else
								delete message.windowMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RestartPolicy;
		})();

		v1.Placement = (function() {

			const Placement = function (properties) {
				this.constraints = [];
				this.platforms = [];
				this.preferences = [];
				this.apartFrom = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Placement.prototype.constraints = $util.emptyArray;
			Placement.prototype.platforms = $util.emptyArray;
			Placement.prototype.maxReplicasPerNode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			Placement.prototype.preferences = $util.emptyArray;
			Placement.prototype.strategy = 0;
			Placement.prototype.apartFrom = $util.emptyArray;

			Placement.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.constraints != null && message.constraints.length)
					for (let i = 0; i < message.constraints.length; ++i)
						writer.uint32(10).string(message.constraints[i]);
				if (message.platforms != null && message.platforms.length)
					for (let i = 0; i < message.platforms.length; ++i)
						$root.swarm.v1.Platform.encode(message.platforms[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.maxReplicasPerNode != null && $Object.hasOwnProperty.call(message, "maxReplicasPerNode") && (typeof message.maxReplicasPerNode === "object" ? message.maxReplicasPerNode.low || message.maxReplicasPerNode.high : message.maxReplicasPerNode !== 0))
					writer.uint32(24).uint64(message.maxReplicasPerNode);
				if (message.preferences != null && message.preferences.length)
					for (let i = 0; i < message.preferences.length; ++i)
						$root.swarm.v1.PlacementPreference.encode(message.preferences[i], writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== 0)
					writer.uint32(40).int32(message.strategy);
				if (message.apartFrom != null && message.apartFrom.length)
					for (let i = 0; i < message.apartFrom.length; ++i)
						writer.uint32(50).string(message.apartFrom[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Placement.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Placement();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.constraints && message.constraints.length))
								message.constraints = [];
							message.constraints.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.platforms && message.platforms.length))
								message.platforms = [];
							message.platforms.push($root.swarm.v1.Platform.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.maxReplicasPerNode = value;
							else
								delete message.maxReplicasPerNode;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.preferences && message.preferences.length))
								message.preferences = [];
							message.preferences.push($root.swarm.v1.PlacementPreference.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.strategy = value;
							else
								delete message.strategy;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.apartFrom && message.apartFrom.length))
								message.apartFrom = [];
							message.apartFrom.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Placement;
		})();

		v1.PlacementStrategy = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "PLACEMENT_STRATEGY_DEFAULT"] = 0;
			values[valuesById[1] = "PLACEMENT_STRATEGY_SPREAD"] = 1;
			values[valuesById[2] = "PLACEMENT_STRATEGY_BINPACK"] = 2;
			return values;
		})();

		v1.PlacementPreference = (function() {

			const PlacementPreference = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PlacementPreference.prototype.spread = null;
			PlacementPreference.prototype.prefer = null;
			PlacementPreference.prototype.near = null;
			PlacementPreference.prototype.apart = null;

			let $oneOfFields;

			$Object.defineProperty(PlacementPreference.prototype, "preference", {
				get: $util.oneOfGetter($oneOfFields = ["spread", "prefer", "near", "apart"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			PlacementPreference.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.spread != null && $Object.hasOwnProperty.call(message, "spread"))
					writer.uint32(10).string(message.spread);
				if (message.prefer != null && $Object.hasOwnProperty.call(message, "prefer"))
					writer.uint32(18).string(message.prefer);
				if (message.near != null && $Object.hasOwnProperty.call(message, "near"))
					writer.uint32(26).string(message.near);
				if (message.apart != null && $Object.hasOwnProperty.call(message, "apart"))
					writer.uint32(34).string(message.apart);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PlacementPreference.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PlacementPreference();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.spread = reader.stringVerify();
							message.preference = "spread";
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.prefer = reader.stringVerify();
							message.preference = "prefer";
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.near = reader.stringVerify();
							message.preference = "near";
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.apart = reader.stringVerify();
							message.preference = "apart";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PlacementPreference;
		})();

		v1.TaskState = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "TASK_STATE_NEW"] = 0;
			values[valuesById[64] = "TASK_STATE_PENDING"] = 64;
			values[valuesById[192] = "TASK_STATE_ASSIGNED"] = 192;
			values[valuesById[256] = "TASK_STATE_ACCEPTED"] = 256;
			values[valuesById[320] = "TASK_STATE_PREPARING"] = 320;
			values[valuesById[384] = "TASK_STATE_READY"] = 384;
			values[valuesById[448] = "TASK_STATE_STARTING"] = 448;
			values[valuesById[512] = "TASK_STATE_RUNNING"] = 512;
			values[valuesById[576] = "TASK_STATE_COMPLETE"] = 576;
			values[valuesById[640] = "TASK_STATE_SHUTDOWN"] = 640;
			values[valuesById[704] = "TASK_STATE_FAILED"] = 704;
			values[valuesById[768] = "TASK_STATE_REJECTED"] = 768;
			values[valuesById[832] = "TASK_STATE_ORPHANED"] = 832;
			return values;
		})();

		v1.DesiredState = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "DESIRED_STATE_READY"] = 0;
			values[valuesById[1] = "DESIRED_STATE_RUNNING"] = 1;
			values[valuesById[2] = "DESIRED_STATE_SHUTDOWN"] = 2;
			values[valuesById[3] = "DESIRED_STATE_REMOVE"] = 3;
			return values;
		})();

		v1.Task = (function() {

			const Task = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Task.prototype.id = "";
			Task.prototype.meta = null;
			Task.prototype.serviceId = "";
			Task.prototype.slot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			Task.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			Task.prototype.desired = null;
			Task.prototype.placement = null;
			Task.prototype.status = null;
			Task.prototype.run = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			Task.prototype.allocation = null;

			Task.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(26).string(message.serviceId);
				if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && (typeof message.slot === "object" ? message.slot.low || message.slot.high : message.slot !== 0))
					writer.uint32(32).uint64(message.slot);
				if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
					writer.uint32(40).uint64(message.revision);
				if (message.desired != null && $Object.hasOwnProperty.call(message, "desired"))
					$root.swarm.v1.TaskDesired.encode(message.desired, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.placement != null && $Object.hasOwnProperty.call(message, "placement"))
					$root.swarm.v1.TaskPlacement.encode(message.placement, writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
					$root.swarm.v1.TaskStatus.encode(message.status, writer.uint32(66).fork(), _depth + 1).ldelim();
				if (message.run != null && $Object.hasOwnProperty.call(message, "run") && (typeof message.run === "object" ? message.run.low || message.run.high : message.run !== 0))
					writer.uint32(72).uint64(message.run);
				if (message.allocation != null && $Object.hasOwnProperty.call(message, "allocation"))
					$root.swarm.v1.TaskAllocation.encode(message.allocation, writer.uint32(82).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Task.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Task();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.slot = value;
							else
								delete message.slot;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.revision = value;
							else
								delete message.revision;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.desired = $root.swarm.v1.TaskDesired.decode(reader, reader.size(), $undefined, _depth + 1, message.desired);
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							message.placement = $root.swarm.v1.TaskPlacement.decode(reader, reader.size(), $undefined, _depth + 1, message.placement);
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							message.status = $root.swarm.v1.TaskStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
							continue;
						}
					case 9: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.run = value;
							else
								delete message.run;
							continue;
						}
					case 10: {
							if (wireType !== 2)
								break;
							message.allocation = $root.swarm.v1.TaskAllocation.decode(reader, reader.size(), $undefined, _depth + 1, message.allocation);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Task;
		})();

		v1.TaskAllocation = (function() {

			const TaskAllocation = function (properties) {
				this.attachments = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskAllocation.prototype.attachments = $util.emptyArray;

			TaskAllocation.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.attachments != null && message.attachments.length)
					for (let i = 0; i < message.attachments.length; ++i)
						$root.swarm.v1.NetworkAttachment.encode(message.attachments[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskAllocation.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskAllocation();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.attachments && message.attachments.length))
								message.attachments = [];
							message.attachments.push($root.swarm.v1.NetworkAttachment.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskAllocation;
		})();

		v1.NetworkAttachment = (function() {

			const NetworkAttachment = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkAttachment.prototype.networkId = "";
			NetworkAttachment.prototype.address = "";
			NetworkAttachment.prototype.address6 = "";

			NetworkAttachment.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.networkId != null && $Object.hasOwnProperty.call(message, "networkId") && message.networkId !== "")
					writer.uint32(10).string(message.networkId);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(18).string(message.address);
				if (message.address6 != null && $Object.hasOwnProperty.call(message, "address6") && message.address6 !== "")
					writer.uint32(26).string(message.address6);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkAttachment.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkAttachment();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.networkId = value;
							else
								delete message.networkId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address6 = value;
							else
								delete message.address6;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkAttachment;
		})();

		v1.Network = (function() {

			const Network = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Network.prototype.id = "";
			Network.prototype.meta = null;
			Network.prototype.spec = null;
			Network.prototype.allocation = null;

			Network.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.NetworkSpec.encode(message.spec, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.allocation != null && $Object.hasOwnProperty.call(message, "allocation"))
					$root.swarm.v1.NetworkAllocation.encode(message.allocation, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Network.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Network();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.NetworkSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.allocation = $root.swarm.v1.NetworkAllocation.decode(reader, reader.size(), $undefined, _depth + 1, message.allocation);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Network;
		})();

		v1.NetworkSpec = (function() {

			const NetworkSpec = function (properties) {
				this.labels = {};
				this.driverOptions = {};
				this.subnets = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkSpec.prototype.name = "";
			NetworkSpec.prototype.labels = $util.emptyObject;
			NetworkSpec.prototype.driverOptions = $util.emptyObject;
			NetworkSpec.prototype.subnets = $util.emptyArray;
			NetworkSpec.prototype.internal = false;
			NetworkSpec.prototype.attachable = false;
			NetworkSpec.prototype.ingress = false;
			NetworkSpec.prototype.ipv6 = false;
			NetworkSpec.prototype.encrypted = false;
			NetworkSpec.prototype.mtu = 0;

			NetworkSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(10).string(message.name);
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.driverOptions != null && $Object.hasOwnProperty.call(message, "driverOptions"))
					for (let keys = $Object.keys(message.driverOptions), i = 0; i < keys.length; ++i)
						writer.uint32(26).fork().uint32(10).string(keys[i]).uint32(18).string(message.driverOptions[keys[i]]).ldelim();
				if (message.subnets != null && message.subnets.length)
					for (let i = 0; i < message.subnets.length; ++i)
						$root.swarm.v1.SubnetSpec.encode(message.subnets[i], writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.internal != null && $Object.hasOwnProperty.call(message, "internal") && message.internal !== false)
					writer.uint32(40).bool(message.internal);
				if (message.attachable != null && $Object.hasOwnProperty.call(message, "attachable") && message.attachable !== false)
					writer.uint32(48).bool(message.attachable);
				if (message.ingress != null && $Object.hasOwnProperty.call(message, "ingress") && message.ingress !== false)
					writer.uint32(56).bool(message.ingress);
				if (message.ipv6 != null && $Object.hasOwnProperty.call(message, "ipv6") && message.ipv6 !== false)
					writer.uint32(64).bool(message.ipv6);
				if (message.encrypted != null && $Object.hasOwnProperty.call(message, "encrypted") && message.encrypted !== false)
					writer.uint32(72).bool(message.encrypted);
				if (message.mtu != null && $Object.hasOwnProperty.call(message, "mtu") && message.mtu !== 0)
					writer.uint32(80).uint32(message.mtu);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (message.driverOptions === $util.emptyObject)
								message.driverOptions = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.driverOptions, key);
							message.driverOptions[key] = value;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.subnets && message.subnets.length))
								message.subnets = [];
							message.subnets.push($root.swarm.v1.SubnetSpec.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.internal = value;
							else
								delete message.internal;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.attachable = value;
							else
								delete message.attachable;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.ingress = value;
							else
								delete message.ingress;
							continue;
						}
					case 8: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.ipv6 = value;
							else
								delete message.ipv6;
							continue;
						}
					case 9: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.encrypted = value;
							else
								delete message.encrypted;
							continue;
						}
					case 10: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.mtu = value;
							else
								delete message.mtu;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkSpec;
		})();

		v1.SubnetSpec = (function() {

			const SubnetSpec = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			SubnetSpec.prototype.subnet = "";
			SubnetSpec.prototype.range = "";
			SubnetSpec.prototype.gateway = "";

			SubnetSpec.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.subnet != null && $Object.hasOwnProperty.call(message, "subnet") && message.subnet !== "")
					writer.uint32(10).string(message.subnet);
				if (message.range != null && $Object.hasOwnProperty.call(message, "range") && message.range !== "")
					writer.uint32(18).string(message.range);
				if (message.gateway != null && $Object.hasOwnProperty.call(message, "gateway") && message.gateway !== "")
					writer.uint32(26).string(message.gateway);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			SubnetSpec.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.SubnetSpec();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.subnet = value;
							else
								delete message.subnet;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.range = value;
							else
								delete message.range;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.gateway = value;
							else
								delete message.gateway;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return SubnetSpec;
		})();

		v1.NetworkAllocation = (function() {

			const NetworkAllocation = function (properties) {
				this.subnets = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkAllocation.prototype.subnets = $util.emptyArray;
			NetworkAllocation.prototype.vxlanId = 0;
			NetworkAllocation.prototype.problem = "";

			NetworkAllocation.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.subnets != null && message.subnets.length)
					for (let i = 0; i < message.subnets.length; ++i)
						$root.swarm.v1.SubnetSpec.encode(message.subnets[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.vxlanId != null && $Object.hasOwnProperty.call(message, "vxlanId") && message.vxlanId !== 0)
					writer.uint32(16).uint32(message.vxlanId);
				if (message.problem != null && $Object.hasOwnProperty.call(message, "problem") && message.problem !== "")
					writer.uint32(26).string(message.problem);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkAllocation.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkAllocation();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.subnets && message.subnets.length))
								message.subnets = [];
							message.subnets.push($root.swarm.v1.SubnetSpec.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.vxlanId = value;
							else
								delete message.vxlanId;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.problem = value;
							else
								delete message.problem;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkAllocation;
		})();

		v1.TaskDesired = (function() {

			const TaskDesired = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskDesired.prototype.state = 0;
			TaskDesired.prototype.leaving = null;
			TaskDesired.prototype.start = null;
			TaskDesired.prototype.restarts = null;
			TaskDesired.prototype.rollout = null;
			TaskDesired.prototype.move = null;

			TaskDesired.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
					writer.uint32(8).int32(message.state);
				if (message.leaving != null && $Object.hasOwnProperty.call(message, "leaving"))
					$root.swarm.v1.Leaving.encode(message.leaving, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
					$root.swarm.v1.StartCondition.encode(message.start, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.restarts != null && $Object.hasOwnProperty.call(message, "restarts"))
					$root.swarm.v1.RestartRecord.encode(message.restarts, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.rollout != null && $Object.hasOwnProperty.call(message, "rollout"))
					$root.swarm.v1.RolloutPart.encode(message.rollout, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.move != null && $Object.hasOwnProperty.call(message, "move"))
					$root.swarm.v1.TaskMove.encode(message.move, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskDesired.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskDesired();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.state = value;
							else
								delete message.state;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.leaving = $root.swarm.v1.Leaving.decode(reader, reader.size(), $undefined, _depth + 1, message.leaving);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.start = $root.swarm.v1.StartCondition.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.restarts = $root.swarm.v1.RestartRecord.decode(reader, reader.size(), $undefined, _depth + 1, message.restarts);
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.rollout = $root.swarm.v1.RolloutPart.decode(reader, reader.size(), $undefined, _depth + 1, message.rollout);
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.move = $root.swarm.v1.TaskMove.decode(reader, reader.size(), $undefined, _depth + 1, message.move);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskDesired;
		})();

		v1.TaskMove = (function() {

			const TaskMove = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskMove.prototype.replacesTaskId = "";
			TaskMove.prototype.reason = "";
			TaskMove.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			TaskMove.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.replacesTaskId != null && $Object.hasOwnProperty.call(message, "replacesTaskId") && message.replacesTaskId !== "")
					writer.uint32(10).string(message.replacesTaskId);
				if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
					writer.uint32(18).string(message.reason);
				if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
					writer.uint32(24).int64(message.sinceMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskMove.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskMove();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.replacesTaskId = value;
							else
								delete message.replacesTaskId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.reason = value;
							else
								delete message.reason;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.sinceMs = value;
							else
								delete message.sinceMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskMove;
		})();

		v1.RolloutPart = (function() {

			const RolloutPart = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RolloutPart.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			RolloutPart.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			RolloutPart.prototype.replacesTaskId = "";
			RolloutPart.prototype.lateAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			RolloutPart.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
					writer.uint32(8).uint64(message.number);
				if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
					writer.uint32(16).int64(message.sinceMs);
				if (message.replacesTaskId != null && $Object.hasOwnProperty.call(message, "replacesTaskId") && message.replacesTaskId !== "")
					writer.uint32(26).string(message.replacesTaskId);
				if (message.lateAtMs != null && $Object.hasOwnProperty.call(message, "lateAtMs") && (typeof message.lateAtMs === "object" ? message.lateAtMs.low || message.lateAtMs.high : message.lateAtMs !== 0))
					writer.uint32(32).int64(message.lateAtMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RolloutPart.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RolloutPart();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.number = value;
							else
								delete message.number;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.sinceMs = value;
							else
								delete message.sinceMs;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.replacesTaskId = value;
							else
								delete message.replacesTaskId;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.lateAtMs = value;
							else
								delete message.lateAtMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RolloutPart;
		})();

		v1.Leaving = (function() {

			const Leaving = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Leaving.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			Leaving.prototype.reason = "";
			Leaving.prototype.end = 0;

			Leaving.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
					writer.uint32(8).int64(message.sinceMs);
				if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
					writer.uint32(18).string(message.reason);
				if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end !== 0)
					writer.uint32(24).int32(message.end);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Leaving.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Leaving();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.sinceMs = value;
							else
								delete message.sinceMs;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.reason = value;
							else
								delete message.reason;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.end = value;
							else
								delete message.end;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Leaving;
		})();

		v1.StartCondition = (function() {

			const StartCondition = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			StartCondition.prototype.notBeforeMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			StartCondition.prototype.afterTaskId = "";
			StartCondition.prototype.waitUntilMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			StartCondition.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.notBeforeMs != null && $Object.hasOwnProperty.call(message, "notBeforeMs") && (typeof message.notBeforeMs === "object" ? message.notBeforeMs.low || message.notBeforeMs.high : message.notBeforeMs !== 0))
					writer.uint32(8).int64(message.notBeforeMs);
				if (message.afterTaskId != null && $Object.hasOwnProperty.call(message, "afterTaskId") && message.afterTaskId !== "")
					writer.uint32(18).string(message.afterTaskId);
				if (message.waitUntilMs != null && $Object.hasOwnProperty.call(message, "waitUntilMs") && (typeof message.waitUntilMs === "object" ? message.waitUntilMs.low || message.waitUntilMs.high : message.waitUntilMs !== 0))
					writer.uint32(24).int64(message.waitUntilMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			StartCondition.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.StartCondition();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.notBeforeMs = value;
							else
								delete message.notBeforeMs;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.afterTaskId = value;
							else
								delete message.afterTaskId;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.waitUntilMs = value;
							else
								delete message.waitUntilMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return StartCondition;
		})();

		v1.RestartRecord = (function() {

			const RestartRecord = function (properties) {
				this.atMs = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RestartRecord.prototype.total = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			RestartRecord.prototype.atMs = $util.emptyArray;

			RestartRecord.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.total != null && $Object.hasOwnProperty.call(message, "total") && (typeof message.total === "object" ? message.total.low || message.total.high : message.total !== 0))
					writer.uint32(8).uint64(message.total);
				if (message.atMs != null && message.atMs.length)
					writer.uint32(18).int64s(message.atMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RestartRecord.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RestartRecord();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.total = value;
							else
								delete message.total;
							continue;
						}
					case 2: {
							if (wireType === 2) {
								if (!(message.atMs && message.atMs.length))
									message.atMs = [];
								reader.int64s(message.atMs);
								continue;
							}
							if (wireType !== 0)
								break;
							if (!(message.atMs && message.atMs.length))
								message.atMs = [];
							message.atMs.push(reader.int64());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RestartRecord;
		})();

		v1.TaskPlacement = (function() {

			const TaskPlacement = function (properties) {
				this.generic = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskPlacement.prototype.nodeId = "";
			TaskPlacement.prototype.generic = $util.emptyArray;

			TaskPlacement.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.generic != null && message.generic.length)
					for (let i = 0; i < message.generic.length; ++i)
						$root.swarm.v1.GenericResource.encode(message.generic[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskPlacement.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskPlacement();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.generic && message.generic.length))
								message.generic = [];
							message.generic.push($root.swarm.v1.GenericResource.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskPlacement;
		})();

		v1.TaskStatus = (function() {

			const TaskStatus = function (properties) {
				this.ports = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskStatus.prototype.state = 0;
			TaskStatus.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			TaskStatus.prototype.message = "";
			TaskStatus.prototype.error = "";
			TaskStatus.prototype.container = null;
			TaskStatus.prototype.ports = $util.emptyArray;
			TaskStatus.prototype.runningSinceMs = null;
			TaskStatus.prototype.storedAtMs = null;

			let $oneOfFields;

			// Virtual OneOf for proto3 optional field
			$Object.defineProperty(TaskStatus.prototype, "_runningSinceMs", {
				get: $util.oneOfGetter($oneOfFields = ["runningSinceMs"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			// Virtual OneOf for proto3 optional field
			$Object.defineProperty(TaskStatus.prototype, "_storedAtMs", {
				get: $util.oneOfGetter($oneOfFields = ["storedAtMs"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			TaskStatus.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
					writer.uint32(8).int32(message.state);
				if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
					writer.uint32(16).int64(message.atMs);
				if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
					writer.uint32(26).string(message.message);
				if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
					writer.uint32(34).string(message.error);
				if (message.container != null && $Object.hasOwnProperty.call(message, "container"))
					$root.swarm.v1.ContainerStatus.encode(message.container, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.ports != null && message.ports.length)
					for (let i = 0; i < message.ports.length; ++i)
						$root.swarm.v1.PortSpec.encode(message.ports[i], writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.runningSinceMs != null && $Object.hasOwnProperty.call(message, "runningSinceMs"))
					writer.uint32(56).int64(message.runningSinceMs);
				if (message.storedAtMs != null && $Object.hasOwnProperty.call(message, "storedAtMs"))
					writer.uint32(64).int64(message.storedAtMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskStatus.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskStatus();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.state = value;
							else
								delete message.state;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.atMs = value;
							else
								delete message.atMs;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.message = value;
							else
								delete message.message;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.error = value;
							else
								delete message.error;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.container = $root.swarm.v1.ContainerStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.container);
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.ports && message.ports.length))
								message.ports = [];
							message.ports.push($root.swarm.v1.PortSpec.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							message.runningSinceMs = reader.int64();
							message._runningSinceMs = "runningSinceMs";
							continue;
						}
					case 8: {
							if (wireType !== 0)
								break;
							message.storedAtMs = reader.int64();
							message._storedAtMs = "storedAtMs";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskStatus;
		})();

		v1.ContainerStatus = (function() {

			const ContainerStatus = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ContainerStatus.prototype.containerId = "";
			ContainerStatus.prototype.pid = 0;
			ContainerStatus.prototype.exitCode = null;

			let $oneOfFields;

			// Virtual OneOf for proto3 optional field
			$Object.defineProperty(ContainerStatus.prototype, "_exitCode", {
				get: $util.oneOfGetter($oneOfFields = ["exitCode"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			ContainerStatus.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.containerId != null && $Object.hasOwnProperty.call(message, "containerId") && message.containerId !== "")
					writer.uint32(10).string(message.containerId);
				if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
					writer.uint32(16).uint32(message.pid);
				if (message.exitCode != null && $Object.hasOwnProperty.call(message, "exitCode"))
					writer.uint32(24).int32(message.exitCode);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ContainerStatus.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ContainerStatus();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.containerId = value;
							else
								delete message.containerId;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.pid = value;
							else
								delete message.pid;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							message.exitCode = reader.int32();
							message._exitCode = "exitCode";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ContainerStatus;
		})();

		v1.GetClusterRequest = (function() {

			const GetClusterRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetClusterRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetClusterRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetClusterRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetClusterRequest;
		})();

		v1.GetClusterReply = (function() {

			const GetClusterReply = function (properties) {
				this.managerAddresses = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetClusterReply.prototype.id = "";
			GetClusterReply.prototype.meta = null;
			GetClusterReply.prototype.spec = null;
			GetClusterReply.prototype.nodeId = "";
			GetClusterReply.prototype.version = "";
			GetClusterReply.prototype.managerAddresses = $util.emptyArray;

			GetClusterReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ClusterSpec.encode(message.spec, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(34).string(message.nodeId);
				if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
					writer.uint32(42).string(message.version);
				if (message.managerAddresses != null && message.managerAddresses.length)
					for (let i = 0; i < message.managerAddresses.length; ++i)
						writer.uint32(50).string(message.managerAddresses[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetClusterReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetClusterReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ClusterSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.version = value;
							else
								delete message.version;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.managerAddresses && message.managerAddresses.length))
								message.managerAddresses = [];
							message.managerAddresses.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetClusterReply;
		})();

		v1.UpdateClusterRequest = (function() {

			const UpdateClusterRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UpdateClusterRequest.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			UpdateClusterRequest.prototype.spec = null;

			UpdateClusterRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
					writer.uint32(8).uint64(message.version);
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ClusterSpec.encode(message.spec, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UpdateClusterRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UpdateClusterRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.version = value;
							else
								delete message.version;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ClusterSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UpdateClusterRequest;
		})();

		v1.UpdateClusterReply = (function() {

			const UpdateClusterReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UpdateClusterReply.prototype.meta = null;
			UpdateClusterReply.prototype.spec = null;

			UpdateClusterReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
					$root.swarm.v1.Meta.encode(message.meta, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ClusterSpec.encode(message.spec, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UpdateClusterReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UpdateClusterReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.meta = $root.swarm.v1.Meta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ClusterSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UpdateClusterReply;
		})();

		v1.GetJoinTokenRequest = (function() {

			const GetJoinTokenRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetJoinTokenRequest.prototype.role = 0;
			GetJoinTokenRequest.prototype.rotate = false;

			GetJoinTokenRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
					writer.uint32(8).int32(message.role);
				if (message.rotate != null && $Object.hasOwnProperty.call(message, "rotate") && message.rotate !== false)
					writer.uint32(16).bool(message.rotate);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetJoinTokenRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetJoinTokenRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.role = value;
							else
								delete message.role;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.rotate = value;
							else
								delete message.rotate;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetJoinTokenRequest;
		})();

		v1.GetJoinTokenReply = (function() {

			const GetJoinTokenReply = function (properties) {
				this.managerAddresses = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetJoinTokenReply.prototype.token = "";
			GetJoinTokenReply.prototype.managerAddresses = $util.emptyArray;

			GetJoinTokenReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
					writer.uint32(10).string(message.token);
				if (message.managerAddresses != null && message.managerAddresses.length)
					for (let i = 0; i < message.managerAddresses.length; ++i)
						writer.uint32(18).string(message.managerAddresses[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetJoinTokenReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetJoinTokenReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.token = value;
							else
								delete message.token;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.managerAddresses && message.managerAddresses.length))
								message.managerAddresses = [];
							message.managerAddresses.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetJoinTokenReply;
		})();

		v1.ListNodesRequest = (function() {

			const ListNodesRequest = function (properties) {
				this.ids = [];
				this.names = [];
				this.roles = [];
				this.labels = [];
				this.engineLabels = [];
				this.memberships = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListNodesRequest.prototype.ids = $util.emptyArray;
			ListNodesRequest.prototype.names = $util.emptyArray;
			ListNodesRequest.prototype.roles = $util.emptyArray;
			ListNodesRequest.prototype.labels = $util.emptyArray;
			ListNodesRequest.prototype.engineLabels = $util.emptyArray;
			ListNodesRequest.prototype.memberships = $util.emptyArray;

			ListNodesRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ids != null && message.ids.length)
					for (let i = 0; i < message.ids.length; ++i)
						writer.uint32(10).string(message.ids[i]);
				if (message.names != null && message.names.length)
					for (let i = 0; i < message.names.length; ++i)
						writer.uint32(18).string(message.names[i]);
				if (message.roles != null && message.roles.length)
					for (let i = 0; i < message.roles.length; ++i)
						writer.uint32(26).string(message.roles[i]);
				if (message.labels != null && message.labels.length)
					for (let i = 0; i < message.labels.length; ++i)
						writer.uint32(34).string(message.labels[i]);
				if (message.engineLabels != null && message.engineLabels.length)
					for (let i = 0; i < message.engineLabels.length; ++i)
						writer.uint32(42).string(message.engineLabels[i]);
				if (message.memberships != null && message.memberships.length)
					for (let i = 0; i < message.memberships.length; ++i)
						writer.uint32(50).string(message.memberships[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListNodesRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListNodesRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.ids && message.ids.length))
								message.ids = [];
							message.ids.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.names && message.names.length))
								message.names = [];
							message.names.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.roles && message.roles.length))
								message.roles = [];
							message.roles.push(reader.stringVerify());
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.labels && message.labels.length))
								message.labels = [];
							message.labels.push(reader.stringVerify());
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (!(message.engineLabels && message.engineLabels.length))
								message.engineLabels = [];
							message.engineLabels.push(reader.stringVerify());
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.memberships && message.memberships.length))
								message.memberships = [];
							message.memberships.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListNodesRequest;
		})();

		v1.ManagerStatus = (function() {

			const ManagerStatus = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ManagerStatus.prototype.leader = false;
			ManagerStatus.prototype.reachable = false;
			ManagerStatus.prototype.address = "";
			ManagerStatus.prototype.voter = false;
			ManagerStatus.prototype.reachabilityUnknown = false;

			ManagerStatus.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== false)
					writer.uint32(8).bool(message.leader);
				if (message.reachable != null && $Object.hasOwnProperty.call(message, "reachable") && message.reachable !== false)
					writer.uint32(16).bool(message.reachable);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(26).string(message.address);
				if (message.voter != null && $Object.hasOwnProperty.call(message, "voter") && message.voter !== false)
					writer.uint32(32).bool(message.voter);
				if (message.reachabilityUnknown != null && $Object.hasOwnProperty.call(message, "reachabilityUnknown") && message.reachabilityUnknown !== false)
					writer.uint32(40).bool(message.reachabilityUnknown);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ManagerStatus.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ManagerStatus();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.leader = value;
							else
								delete message.leader;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.reachable = value;
							else
								delete message.reachable;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.voter = value;
							else
								delete message.voter;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.reachabilityUnknown = value;
							else
								delete message.reachabilityUnknown;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ManagerStatus;
		})();

		v1.NodeEntry = (function() {

			const NodeEntry = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeEntry.prototype.node = null;
			NodeEntry.prototype.manager = null;

			NodeEntry.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
					$root.swarm.v1.Node.encode(message.node, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.manager != null && $Object.hasOwnProperty.call(message, "manager"))
					$root.swarm.v1.ManagerStatus.encode(message.manager, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeEntry.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeEntry();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.node = $root.swarm.v1.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.manager = $root.swarm.v1.ManagerStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.manager);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeEntry;
		})();

		v1.ListNodesReply = (function() {

			const ListNodesReply = function (properties) {
				this.nodes = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListNodesReply.prototype.nodes = $util.emptyArray;
			ListNodesReply.prototype.selfNodeId = "";

			ListNodesReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodes != null && message.nodes.length)
					for (let i = 0; i < message.nodes.length; ++i)
						$root.swarm.v1.NodeEntry.encode(message.nodes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.selfNodeId != null && $Object.hasOwnProperty.call(message, "selfNodeId") && message.selfNodeId !== "")
					writer.uint32(18).string(message.selfNodeId);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListNodesReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListNodesReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.nodes && message.nodes.length))
								message.nodes = [];
							message.nodes.push($root.swarm.v1.NodeEntry.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.selfNodeId = value;
							else
								delete message.selfNodeId;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListNodesReply;
		})();

		v1.GetNodeRequest = (function() {

			const GetNodeRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetNodeRequest.prototype.ref = "";

			GetNodeRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetNodeRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetNodeRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetNodeRequest;
		})();

		v1.GetNodeReply = (function() {

			const GetNodeReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetNodeReply.prototype.entry = null;

			GetNodeReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.entry != null && $Object.hasOwnProperty.call(message, "entry"))
					$root.swarm.v1.NodeEntry.encode(message.entry, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetNodeReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetNodeReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.entry = $root.swarm.v1.NodeEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.entry);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetNodeReply;
		})();

		v1.UpdateNodeRequest = (function() {

			const UpdateNodeRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UpdateNodeRequest.prototype.nodeId = "";
			UpdateNodeRequest.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			UpdateNodeRequest.prototype.spec = null;

			UpdateNodeRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
					writer.uint32(16).uint64(message.version);
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.NodeSpec.encode(message.spec, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UpdateNodeRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UpdateNodeRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.version = value;
							else
								delete message.version;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.NodeSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UpdateNodeRequest;
		})();

		v1.UpdateNodeReply = (function() {

			const UpdateNodeReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UpdateNodeReply.prototype.node = null;

			UpdateNodeReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
					$root.swarm.v1.Node.encode(message.node, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UpdateNodeReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UpdateNodeReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.node = $root.swarm.v1.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UpdateNodeReply;
		})();

		v1.RemoveNodeRequest = (function() {

			const RemoveNodeRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RemoveNodeRequest.prototype.ref = "";
			RemoveNodeRequest.prototype.force = false;

			RemoveNodeRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.force != null && $Object.hasOwnProperty.call(message, "force") && message.force !== false)
					writer.uint32(16).bool(message.force);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RemoveNodeRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RemoveNodeRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.force = value;
							else
								delete message.force;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RemoveNodeRequest;
		})();

		v1.RemoveNodeReply = (function() {

			const RemoveNodeReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RemoveNodeReply.prototype.nodeId = "";

			RemoveNodeReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RemoveNodeReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RemoveNodeReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RemoveNodeReply;
		})();

		v1.CreateServiceRequest = (function() {

			const CreateServiceRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			CreateServiceRequest.prototype.spec = null;

			CreateServiceRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ServiceSpec.encode(message.spec, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			CreateServiceRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.CreateServiceRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ServiceSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return CreateServiceRequest;
		})();

		v1.CreateServiceReply = (function() {

			const CreateServiceReply = function (properties) {
				this.warnings = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			CreateServiceReply.prototype.service = null;
			CreateServiceReply.prototype.warnings = $util.emptyArray;

			CreateServiceReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.warnings != null && message.warnings.length)
					for (let i = 0; i < message.warnings.length; ++i)
						writer.uint32(18).string(message.warnings[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			CreateServiceReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.CreateServiceReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.warnings && message.warnings.length))
								message.warnings = [];
							message.warnings.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return CreateServiceReply;
		})();

		v1.ListServicesRequest = (function() {

			const ListServicesRequest = function (properties) {
				this.ids = [];
				this.names = [];
				this.modes = [];
				this.labels = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListServicesRequest.prototype.ids = $util.emptyArray;
			ListServicesRequest.prototype.names = $util.emptyArray;
			ListServicesRequest.prototype.modes = $util.emptyArray;
			ListServicesRequest.prototype.labels = $util.emptyArray;

			ListServicesRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ids != null && message.ids.length)
					for (let i = 0; i < message.ids.length; ++i)
						writer.uint32(10).string(message.ids[i]);
				if (message.names != null && message.names.length)
					for (let i = 0; i < message.names.length; ++i)
						writer.uint32(18).string(message.names[i]);
				if (message.modes != null && message.modes.length)
					for (let i = 0; i < message.modes.length; ++i)
						writer.uint32(26).string(message.modes[i]);
				if (message.labels != null && message.labels.length)
					for (let i = 0; i < message.labels.length; ++i)
						writer.uint32(34).string(message.labels[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListServicesRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListServicesRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.ids && message.ids.length))
								message.ids = [];
							message.ids.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.names && message.names.length))
								message.names = [];
							message.names.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.modes && message.modes.length))
								message.modes = [];
							message.modes.push(reader.stringVerify());
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.labels && message.labels.length))
								message.labels = [];
							message.labels.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListServicesRequest;
		})();

		v1.ServiceEntry = (function() {

			const ServiceEntry = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ServiceEntry.prototype.service = null;
			ServiceEntry.prototype.desiredTasks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ServiceEntry.prototype.runningTasks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ServiceEntry.prototype.completedTasks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			ServiceEntry.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.desiredTasks != null && $Object.hasOwnProperty.call(message, "desiredTasks") && (typeof message.desiredTasks === "object" ? message.desiredTasks.low || message.desiredTasks.high : message.desiredTasks !== 0))
					writer.uint32(16).uint64(message.desiredTasks);
				if (message.runningTasks != null && $Object.hasOwnProperty.call(message, "runningTasks") && (typeof message.runningTasks === "object" ? message.runningTasks.low || message.runningTasks.high : message.runningTasks !== 0))
					writer.uint32(24).uint64(message.runningTasks);
				if (message.completedTasks != null && $Object.hasOwnProperty.call(message, "completedTasks") && (typeof message.completedTasks === "object" ? message.completedTasks.low || message.completedTasks.high : message.completedTasks !== 0))
					writer.uint32(32).uint64(message.completedTasks);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ServiceEntry.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ServiceEntry();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.desiredTasks = value;
							else
								delete message.desiredTasks;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.runningTasks = value;
							else
								delete message.runningTasks;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.completedTasks = value;
							else
								delete message.completedTasks;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ServiceEntry;
		})();

		v1.ListServicesReply = (function() {

			const ListServicesReply = function (properties) {
				this.services = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListServicesReply.prototype.services = $util.emptyArray;

			ListServicesReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.services != null && message.services.length)
					for (let i = 0; i < message.services.length; ++i)
						$root.swarm.v1.ServiceEntry.encode(message.services[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListServicesReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListServicesReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.services && message.services.length))
								message.services = [];
							message.services.push($root.swarm.v1.ServiceEntry.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListServicesReply;
		})();

		v1.GetServiceRequest = (function() {

			const GetServiceRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetServiceRequest.prototype.ref = "";

			GetServiceRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetServiceRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetServiceRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetServiceRequest;
		})();

		v1.GetServiceReply = (function() {

			const GetServiceReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetServiceReply.prototype.entry = null;

			GetServiceReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.entry != null && $Object.hasOwnProperty.call(message, "entry"))
					$root.swarm.v1.ServiceEntry.encode(message.entry, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetServiceReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetServiceReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.entry = $root.swarm.v1.ServiceEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.entry);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetServiceReply;
		})();

		v1.UpdateServiceRequest = (function() {

			const UpdateServiceRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UpdateServiceRequest.prototype.serviceId = "";
			UpdateServiceRequest.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			UpdateServiceRequest.prototype.spec = null;

			UpdateServiceRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(10).string(message.serviceId);
				if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
					writer.uint32(16).uint64(message.version);
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ServiceSpec.encode(message.spec, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UpdateServiceRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UpdateServiceRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.version = value;
							else
								delete message.version;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ServiceSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UpdateServiceRequest;
		})();

		v1.UpdateServiceReply = (function() {

			const UpdateServiceReply = function (properties) {
				this.warnings = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			UpdateServiceReply.prototype.service = null;
			UpdateServiceReply.prototype.warnings = $util.emptyArray;

			UpdateServiceReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.warnings != null && message.warnings.length)
					for (let i = 0; i < message.warnings.length; ++i)
						writer.uint32(18).string(message.warnings[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			UpdateServiceReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.UpdateServiceReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.warnings && message.warnings.length))
								message.warnings = [];
							message.warnings.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return UpdateServiceReply;
		})();

		v1.RolloutAction = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "ROLLOUT_ACTION_ROLLBACK"] = 0;
			values[valuesById[1] = "ROLLOUT_ACTION_PAUSE"] = 1;
			values[valuesById[2] = "ROLLOUT_ACTION_RESUME"] = 2;
			values[valuesById[3] = "ROLLOUT_ACTION_RESTART"] = 3;
			return values;
		})();

		v1.ChangeRolloutRequest = (function() {

			const ChangeRolloutRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ChangeRolloutRequest.prototype.ref = "";
			ChangeRolloutRequest.prototype.action = 0;
			ChangeRolloutRequest.prototype.toRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			ChangeRolloutRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== 0)
					writer.uint32(16).int32(message.action);
				if (message.toRevision != null && $Object.hasOwnProperty.call(message, "toRevision") && (typeof message.toRevision === "object" ? message.toRevision.low || message.toRevision.high : message.toRevision !== 0))
					writer.uint32(24).uint64(message.toRevision);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ChangeRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ChangeRolloutRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.action = value;
							else
								delete message.action;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.toRevision = value;
							else
								delete message.toRevision;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ChangeRolloutRequest;
		})();

		v1.ChangeRolloutReply = (function() {

			const ChangeRolloutReply = function (properties) {
				this.warnings = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ChangeRolloutReply.prototype.service = null;
			ChangeRolloutReply.prototype.warnings = $util.emptyArray;

			ChangeRolloutReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.warnings != null && message.warnings.length)
					for (let i = 0; i < message.warnings.length; ++i)
						writer.uint32(18).string(message.warnings[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ChangeRolloutReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ChangeRolloutReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.warnings && message.warnings.length))
								message.warnings = [];
							message.warnings.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ChangeRolloutReply;
		})();

		v1.ListRevisionsRequest = (function() {

			const ListRevisionsRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListRevisionsRequest.prototype.ref = "";

			ListRevisionsRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListRevisionsRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListRevisionsRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListRevisionsRequest;
		})();

		v1.ListRevisionsReply = (function() {

			const ListRevisionsReply = function (properties) {
				this.revisions = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListRevisionsReply.prototype.service = null;
			ListRevisionsReply.prototype.revisions = $util.emptyArray;

			ListRevisionsReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.revisions != null && message.revisions.length)
					for (let i = 0; i < message.revisions.length; ++i)
						$root.swarm.v1.ServiceRevision.encode(message.revisions[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListRevisionsReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListRevisionsReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.revisions && message.revisions.length))
								message.revisions = [];
							message.revisions.push($root.swarm.v1.ServiceRevision.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListRevisionsReply;
		})();

		v1.ExplainPlacementRequest = (function() {

			const ExplainPlacementRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ExplainPlacementRequest.prototype.ref = "";

			ExplainPlacementRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ExplainPlacementRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ExplainPlacementRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ExplainPlacementRequest;
		})();

		v1.NodeVerdict = (function() {

			const NodeVerdict = function (properties) {
				this.filters = [];
				this.reasons = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeVerdict.prototype.nodeId = "";
			NodeVerdict.prototype.hostname = "";
			NodeVerdict.prototype.filters = $util.emptyArray;
			NodeVerdict.prototype.reasons = $util.emptyArray;

			NodeVerdict.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
					writer.uint32(18).string(message.hostname);
				if (message.filters != null && message.filters.length)
					for (let i = 0; i < message.filters.length; ++i)
						writer.uint32(26).string(message.filters[i]);
				if (message.reasons != null && message.reasons.length)
					for (let i = 0; i < message.reasons.length; ++i)
						writer.uint32(34).string(message.reasons[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeVerdict.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeVerdict();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.hostname = value;
							else
								delete message.hostname;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.filters && message.filters.length))
								message.filters = [];
							message.filters.push(reader.stringVerify());
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.reasons && message.reasons.length))
								message.reasons = [];
							message.reasons.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeVerdict;
		})();

		v1.PendingTasks = (function() {

			const PendingTasks = function (properties) {
				this.tasks = [];
				this.nodes = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PendingTasks.prototype.tasks = $util.emptyArray;
			PendingTasks.prototype.error = "";
			PendingTasks.prototype.nodes = $util.emptyArray;
			PendingTasks.prototype.taskCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			PendingTasks.prototype.nodeCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			PendingTasks.prototype.isUnknown = false;

			PendingTasks.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.tasks != null && message.tasks.length)
					for (let i = 0; i < message.tasks.length; ++i)
						$root.swarm.v1.TaskEntry.encode(message.tasks[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
					writer.uint32(18).string(message.error);
				if (message.nodes != null && message.nodes.length)
					for (let i = 0; i < message.nodes.length; ++i)
						$root.swarm.v1.NodeVerdict.encode(message.nodes[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.taskCount != null && $Object.hasOwnProperty.call(message, "taskCount") && (typeof message.taskCount === "object" ? message.taskCount.low || message.taskCount.high : message.taskCount !== 0))
					writer.uint32(32).uint64(message.taskCount);
				if (message.nodeCount != null && $Object.hasOwnProperty.call(message, "nodeCount") && (typeof message.nodeCount === "object" ? message.nodeCount.low || message.nodeCount.high : message.nodeCount !== 0))
					writer.uint32(40).uint64(message.nodeCount);
				if (message.isUnknown != null && $Object.hasOwnProperty.call(message, "isUnknown") && message.isUnknown !== false)
					writer.uint32(48).bool(message.isUnknown);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PendingTasks.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PendingTasks();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.tasks && message.tasks.length))
								message.tasks = [];
							message.tasks.push($root.swarm.v1.TaskEntry.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.error = value;
							else
								delete message.error;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.nodes && message.nodes.length))
								message.nodes = [];
							message.nodes.push($root.swarm.v1.NodeVerdict.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.taskCount = value;
							else
								delete message.taskCount;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.nodeCount = value;
							else
								delete message.nodeCount;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.isUnknown = value;
							else
								delete message.isUnknown;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PendingTasks;
		})();

		v1.RecentChange = (function() {

			const RecentChange = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RecentChange.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			RecentChange.prototype.text = "";

			RecentChange.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
					writer.uint32(8).int64(message.atMs);
				if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
					writer.uint32(18).string(message.text);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RecentChange.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RecentChange();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.atMs = value;
							else
								delete message.atMs;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.text = value;
							else
								delete message.text;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RecentChange;
		})();

		v1.ExplainPlacementReply = (function() {

			const ExplainPlacementReply = function (properties) {
				this.pending = [];
				this.troubled = [];
				this.changes = [];
				this.excluded = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ExplainPlacementReply.prototype.service = null;
			ExplainPlacementReply.prototype.pending = $util.emptyArray;
			ExplainPlacementReply.prototype.troubled = $util.emptyArray;
			ExplainPlacementReply.prototype.changes = $util.emptyArray;
			ExplainPlacementReply.prototype.pendingCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ExplainPlacementReply.prototype.troubledCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ExplainPlacementReply.prototype.runningCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ExplainPlacementReply.prototype.desiredCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			ExplainPlacementReply.prototype.excluded = $util.emptyArray;

			ExplainPlacementReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.pending != null && message.pending.length)
					for (let i = 0; i < message.pending.length; ++i)
						$root.swarm.v1.PendingTasks.encode(message.pending[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.troubled != null && message.troubled.length)
					for (let i = 0; i < message.troubled.length; ++i)
						$root.swarm.v1.TaskEntry.encode(message.troubled[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.changes != null && message.changes.length)
					for (let i = 0; i < message.changes.length; ++i)
						$root.swarm.v1.RecentChange.encode(message.changes[i], writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.pendingCount != null && $Object.hasOwnProperty.call(message, "pendingCount") && (typeof message.pendingCount === "object" ? message.pendingCount.low || message.pendingCount.high : message.pendingCount !== 0))
					writer.uint32(40).uint64(message.pendingCount);
				if (message.troubledCount != null && $Object.hasOwnProperty.call(message, "troubledCount") && (typeof message.troubledCount === "object" ? message.troubledCount.low || message.troubledCount.high : message.troubledCount !== 0))
					writer.uint32(48).uint64(message.troubledCount);
				if (message.runningCount != null && $Object.hasOwnProperty.call(message, "runningCount") && (typeof message.runningCount === "object" ? message.runningCount.low || message.runningCount.high : message.runningCount !== 0))
					writer.uint32(56).uint64(message.runningCount);
				if (message.desiredCount != null && $Object.hasOwnProperty.call(message, "desiredCount") && (typeof message.desiredCount === "object" ? message.desiredCount.low || message.desiredCount.high : message.desiredCount !== 0))
					writer.uint32(64).uint64(message.desiredCount);
				if (message.excluded != null && message.excluded.length)
					for (let i = 0; i < message.excluded.length; ++i)
						$root.swarm.v1.NodeVerdict.encode(message.excluded[i], writer.uint32(74).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ExplainPlacementReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ExplainPlacementReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.pending && message.pending.length))
								message.pending = [];
							message.pending.push($root.swarm.v1.PendingTasks.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.troubled && message.troubled.length))
								message.troubled = [];
							message.troubled.push($root.swarm.v1.TaskEntry.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.changes && message.changes.length))
								message.changes = [];
							message.changes.push($root.swarm.v1.RecentChange.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.pendingCount = value;
							else
								delete message.pendingCount;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.troubledCount = value;
							else
								delete message.troubledCount;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.runningCount = value;
							else
								delete message.runningCount;
							continue;
						}
					case 8: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.desiredCount = value;
							else
								delete message.desiredCount;
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							if (!(message.excluded && message.excluded.length))
								message.excluded = [];
							message.excluded.push($root.swarm.v1.NodeVerdict.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ExplainPlacementReply;
		})();

		v1.RemoveServiceRequest = (function() {

			const RemoveServiceRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RemoveServiceRequest.prototype.ref = "";

			RemoveServiceRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RemoveServiceRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RemoveServiceRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RemoveServiceRequest;
		})();

		v1.RemoveServiceReply = (function() {

			const RemoveServiceReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RemoveServiceReply.prototype.serviceId = "";

			RemoveServiceReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(10).string(message.serviceId);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RemoveServiceReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RemoveServiceReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RemoveServiceReply;
		})();

		v1.CreateNetworkRequest = (function() {

			const CreateNetworkRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			CreateNetworkRequest.prototype.spec = null;

			CreateNetworkRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.NetworkSpec.encode(message.spec, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			CreateNetworkRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.CreateNetworkRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.NetworkSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return CreateNetworkRequest;
		})();

		v1.CreateNetworkReply = (function() {

			const CreateNetworkReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			CreateNetworkReply.prototype.network = null;

			CreateNetworkReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.network != null && $Object.hasOwnProperty.call(message, "network"))
					$root.swarm.v1.Network.encode(message.network, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			CreateNetworkReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.CreateNetworkReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.network = $root.swarm.v1.Network.decode(reader, reader.size(), $undefined, _depth + 1, message.network);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return CreateNetworkReply;
		})();

		v1.ListNetworksRequest = (function() {

			const ListNetworksRequest = function (properties) {
				this.ids = [];
				this.names = [];
				this.labels = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListNetworksRequest.prototype.ids = $util.emptyArray;
			ListNetworksRequest.prototype.names = $util.emptyArray;
			ListNetworksRequest.prototype.labels = $util.emptyArray;

			ListNetworksRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ids != null && message.ids.length)
					for (let i = 0; i < message.ids.length; ++i)
						writer.uint32(10).string(message.ids[i]);
				if (message.names != null && message.names.length)
					for (let i = 0; i < message.names.length; ++i)
						writer.uint32(18).string(message.names[i]);
				if (message.labels != null && message.labels.length)
					for (let i = 0; i < message.labels.length; ++i)
						writer.uint32(26).string(message.labels[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListNetworksRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListNetworksRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.ids && message.ids.length))
								message.ids = [];
							message.ids.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.names && message.names.length))
								message.names = [];
							message.names.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.labels && message.labels.length))
								message.labels = [];
							message.labels.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListNetworksRequest;
		})();

		v1.ListNetworksReply = (function() {

			const ListNetworksReply = function (properties) {
				this.networks = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListNetworksReply.prototype.networks = $util.emptyArray;

			ListNetworksReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.networks != null && message.networks.length)
					for (let i = 0; i < message.networks.length; ++i)
						$root.swarm.v1.Network.encode(message.networks[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListNetworksReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListNetworksReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.networks && message.networks.length))
								message.networks = [];
							message.networks.push($root.swarm.v1.Network.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListNetworksReply;
		})();

		v1.GetNetworkRequest = (function() {

			const GetNetworkRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetNetworkRequest.prototype.ref = "";

			GetNetworkRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetNetworkRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetNetworkRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetNetworkRequest;
		})();

		v1.NetworkUser = (function() {

			const NetworkUser = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkUser.prototype.id = "";
			NetworkUser.prototype.name = "";
			NetworkUser.prototype.address = "";
			NetworkUser.prototype.address6 = "";
			NetworkUser.prototype.serviceId = "";
			NetworkUser.prototype.nodeId = "";
			NetworkUser.prototype.nodeHostname = "";

			NetworkUser.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(10).string(message.id);
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(18).string(message.name);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(26).string(message.address);
				if (message.address6 != null && $Object.hasOwnProperty.call(message, "address6") && message.address6 !== "")
					writer.uint32(34).string(message.address6);
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(42).string(message.serviceId);
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(50).string(message.nodeId);
				if (message.nodeHostname != null && $Object.hasOwnProperty.call(message, "nodeHostname") && message.nodeHostname !== "")
					writer.uint32(58).string(message.nodeHostname);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkUser.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkUser();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address6 = value;
							else
								delete message.address6;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeHostname = value;
							else
								delete message.nodeHostname;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkUser;
		})();

		v1.GetNetworkReply = (function() {

			const GetNetworkReply = function (properties) {
				this.services = [];
				this.tasks = [];
				this.nodes = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetNetworkReply.prototype.network = null;
			GetNetworkReply.prototype.services = $util.emptyArray;
			GetNetworkReply.prototype.tasks = $util.emptyArray;
			GetNetworkReply.prototype.taskCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			GetNetworkReply.prototype.nodes = $util.emptyArray;

			GetNetworkReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.network != null && $Object.hasOwnProperty.call(message, "network"))
					$root.swarm.v1.Network.encode(message.network, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.services != null && message.services.length)
					for (let i = 0; i < message.services.length; ++i)
						$root.swarm.v1.NetworkUser.encode(message.services[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.tasks != null && message.tasks.length)
					for (let i = 0; i < message.tasks.length; ++i)
						$root.swarm.v1.NetworkUser.encode(message.tasks[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.taskCount != null && $Object.hasOwnProperty.call(message, "taskCount") && (typeof message.taskCount === "object" ? message.taskCount.low || message.taskCount.high : message.taskCount !== 0))
					writer.uint32(32).uint64(message.taskCount);
				if (message.nodes != null && message.nodes.length)
					for (let i = 0; i < message.nodes.length; ++i)
						$root.swarm.v1.NetworkUser.encode(message.nodes[i], writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetNetworkReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetNetworkReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.network = $root.swarm.v1.Network.decode(reader, reader.size(), $undefined, _depth + 1, message.network);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.services && message.services.length))
								message.services = [];
							message.services.push($root.swarm.v1.NetworkUser.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.tasks && message.tasks.length))
								message.tasks = [];
							message.tasks.push($root.swarm.v1.NetworkUser.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.taskCount = value;
							else
								delete message.taskCount;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (!(message.nodes && message.nodes.length))
								message.nodes = [];
							message.nodes.push($root.swarm.v1.NetworkUser.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetNetworkReply;
		})();

		v1.RemoveNetworkRequest = (function() {

			const RemoveNetworkRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RemoveNetworkRequest.prototype.ref = "";

			RemoveNetworkRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RemoveNetworkRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RemoveNetworkRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RemoveNetworkRequest;
		})();

		v1.RemoveNetworkReply = (function() {

			const RemoveNetworkReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			RemoveNetworkReply.prototype.networkId = "";

			RemoveNetworkReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.networkId != null && $Object.hasOwnProperty.call(message, "networkId") && message.networkId !== "")
					writer.uint32(10).string(message.networkId);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			RemoveNetworkReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.RemoveNetworkReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.networkId = value;
							else
								delete message.networkId;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return RemoveNetworkReply;
		})();

		v1.ExamineNetworksRequest = (function() {

			const ExamineNetworksRequest = function (properties) {
				this.nodeRefs = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ExamineNetworksRequest.prototype.nodeRefs = $util.emptyArray;

			ExamineNetworksRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeRefs != null && message.nodeRefs.length)
					for (let i = 0; i < message.nodeRefs.length; ++i)
						writer.uint32(10).string(message.nodeRefs[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ExamineNetworksRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ExamineNetworksRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.nodeRefs && message.nodeRefs.length))
								message.nodeRefs = [];
							message.nodeRefs.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ExamineNetworksRequest;
		})();

		v1.ExamineNetworksReply = (function() {

			const ExamineNetworksReply = function (properties) {
				this.nodes = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ExamineNetworksReply.prototype.nodes = $util.emptyArray;

			ExamineNetworksReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodes != null && message.nodes.length)
					for (let i = 0; i < message.nodes.length; ++i)
						$root.swarm.v1.NodeExamination.encode(message.nodes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ExamineNetworksReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ExamineNetworksReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.nodes && message.nodes.length))
								message.nodes = [];
							message.nodes.push($root.swarm.v1.NodeExamination.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ExamineNetworksReply;
		})();

		v1.NodeExamination = (function() {

			const NodeExamination = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeExamination.prototype.nodeId = "";
			NodeExamination.prototype.hostname = "";
			NodeExamination.prototype.report = null;

			NodeExamination.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
					writer.uint32(18).string(message.hostname);
				if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
					$root.swarm.v1.NetworkReport.encode(message.report, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeExamination.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeExamination();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.hostname = value;
							else
								delete message.hostname;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.report = $root.swarm.v1.NetworkReport.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeExamination;
		})();

		v1.TaskEntry = (function() {

			const TaskEntry = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskEntry.prototype.task = null;
			TaskEntry.prototype.name = "";
			TaskEntry.prototype.serviceName = "";
			TaskEntry.prototype.nodeHostname = "";
			TaskEntry.prototype.spec = null;
			TaskEntry.prototype.awaitsNode = false;

			TaskEntry.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
					$root.swarm.v1.Task.encode(message.task, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(18).string(message.name);
				if (message.serviceName != null && $Object.hasOwnProperty.call(message, "serviceName") && message.serviceName !== "")
					writer.uint32(26).string(message.serviceName);
				if (message.nodeHostname != null && $Object.hasOwnProperty.call(message, "nodeHostname") && message.nodeHostname !== "")
					writer.uint32(34).string(message.nodeHostname);
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.TaskSpec.encode(message.spec, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.awaitsNode != null && $Object.hasOwnProperty.call(message, "awaitsNode") && message.awaitsNode !== false)
					writer.uint32(48).bool(message.awaitsNode);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskEntry.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskEntry();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.task = $root.swarm.v1.Task.decode(reader, reader.size(), $undefined, _depth + 1, message.task);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceName = value;
							else
								delete message.serviceName;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeHostname = value;
							else
								delete message.nodeHostname;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.TaskSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.awaitsNode = value;
							else
								delete message.awaitsNode;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskEntry;
		})();

		v1.ServiceProgress = (function() {

			const ServiceProgress = function (properties) {
				this.tasks = [];
				this.downNodeIds = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ServiceProgress.prototype.service = null;
			ServiceProgress.prototype.tasks = $util.emptyArray;
			ServiceProgress.prototype.downNodeIds = $util.emptyArray;
			ServiceProgress.prototype.desiredTasks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			ServiceProgress.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.tasks != null && message.tasks.length)
					for (let i = 0; i < message.tasks.length; ++i)
						$root.swarm.v1.TaskEntry.encode(message.tasks[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.downNodeIds != null && message.downNodeIds.length)
					for (let i = 0; i < message.downNodeIds.length; ++i)
						writer.uint32(26).string(message.downNodeIds[i]);
				if (message.desiredTasks != null && $Object.hasOwnProperty.call(message, "desiredTasks") && (typeof message.desiredTasks === "object" ? message.desiredTasks.low || message.desiredTasks.high : message.desiredTasks !== 0))
					writer.uint32(32).uint64(message.desiredTasks);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ServiceProgress.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ServiceProgress();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.tasks && message.tasks.length))
								message.tasks = [];
							message.tasks.push($root.swarm.v1.TaskEntry.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.downNodeIds && message.downNodeIds.length))
								message.downNodeIds = [];
							message.downNodeIds.push(reader.stringVerify());
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.desiredTasks = value;
							else
								delete message.desiredTasks;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ServiceProgress;
		})();

		v1.ListTasksRequest = (function() {

			const ListTasksRequest = function (properties) {
				this.serviceRefs = [];
				this.nodeRefs = [];
				this.ids = [];
				this.names = [];
				this.desiredStates = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListTasksRequest.prototype.serviceRefs = $util.emptyArray;
			ListTasksRequest.prototype.nodeRefs = $util.emptyArray;
			ListTasksRequest.prototype.ids = $util.emptyArray;
			ListTasksRequest.prototype.names = $util.emptyArray;
			ListTasksRequest.prototype.desiredStates = $util.emptyArray;

			ListTasksRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.serviceRefs != null && message.serviceRefs.length)
					for (let i = 0; i < message.serviceRefs.length; ++i)
						writer.uint32(10).string(message.serviceRefs[i]);
				if (message.nodeRefs != null && message.nodeRefs.length)
					for (let i = 0; i < message.nodeRefs.length; ++i)
						writer.uint32(18).string(message.nodeRefs[i]);
				if (message.ids != null && message.ids.length)
					for (let i = 0; i < message.ids.length; ++i)
						writer.uint32(26).string(message.ids[i]);
				if (message.names != null && message.names.length)
					for (let i = 0; i < message.names.length; ++i)
						writer.uint32(34).string(message.names[i]);
				if (message.desiredStates != null && message.desiredStates.length)
					for (let i = 0; i < message.desiredStates.length; ++i)
						writer.uint32(42).string(message.desiredStates[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListTasksRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListTasksRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.serviceRefs && message.serviceRefs.length))
								message.serviceRefs = [];
							message.serviceRefs.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.nodeRefs && message.nodeRefs.length))
								message.nodeRefs = [];
							message.nodeRefs.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.ids && message.ids.length))
								message.ids = [];
							message.ids.push(reader.stringVerify());
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.names && message.names.length))
								message.names = [];
							message.names.push(reader.stringVerify());
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (!(message.desiredStates && message.desiredStates.length))
								message.desiredStates = [];
							message.desiredStates.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListTasksRequest;
		})();

		v1.ListTasksReply = (function() {

			const ListTasksReply = function (properties) {
				this.tasks = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ListTasksReply.prototype.tasks = $util.emptyArray;

			ListTasksReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.tasks != null && message.tasks.length)
					for (let i = 0; i < message.tasks.length; ++i)
						$root.swarm.v1.TaskEntry.encode(message.tasks[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ListTasksReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ListTasksReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.tasks && message.tasks.length))
								message.tasks = [];
							message.tasks.push($root.swarm.v1.TaskEntry.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ListTasksReply;
		})();

		v1.GetTaskRequest = (function() {

			const GetTaskRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetTaskRequest.prototype.ref = "";

			GetTaskRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetTaskRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetTaskRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetTaskRequest;
		})();

		v1.GetTaskReply = (function() {

			const GetTaskReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetTaskReply.prototype.entry = null;

			GetTaskReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.entry != null && $Object.hasOwnProperty.call(message, "entry"))
					$root.swarm.v1.TaskEntry.encode(message.entry, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetTaskReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetTaskReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.entry = $root.swarm.v1.TaskEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.entry);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetTaskReply;
		})();

		v1.LogsRequest = (function() {

			const LogsRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogsRequest.prototype.ref = "";
			LogsRequest.prototype.options = null;

			LogsRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.ref != null && $Object.hasOwnProperty.call(message, "ref") && message.ref !== "")
					writer.uint32(10).string(message.ref);
				if (message.options != null && $Object.hasOwnProperty.call(message, "options"))
					$root.swarm.v1.LogOptions.encode(message.options, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogsRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogsRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.ref = value;
							else
								delete message.ref;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.options = $root.swarm.v1.LogOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.options);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogsRequest;
		})();

		v1.LogsReply = (function() {

			const LogsReply = function (properties) {
				this.lines = [];
				this.tasks = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogsReply.prototype.lines = $util.emptyArray;
			LogsReply.prototype.tasks = $util.emptyArray;
			LogsReply.prototype.missing = "";

			LogsReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.lines != null && message.lines.length)
					for (let i = 0; i < message.lines.length; ++i)
						$root.swarm.v1.LogLine.encode(message.lines[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.tasks != null && message.tasks.length)
					for (let i = 0; i < message.tasks.length; ++i)
						$root.swarm.v1.TaskEntry.encode(message.tasks[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.missing != null && $Object.hasOwnProperty.call(message, "missing") && message.missing !== "")
					writer.uint32(26).string(message.missing);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogsReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogsReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.lines && message.lines.length))
								message.lines = [];
							message.lines.push($root.swarm.v1.LogLine.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.tasks && message.tasks.length))
								message.tasks = [];
							message.tasks.push($root.swarm.v1.TaskEntry.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.missing = value;
							else
								delete message.missing;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogsReply;
		})();

		v1.WatchEventsRequest = (function() {

			const WatchEventsRequest = function (properties) {
				this.types = [];
				this.actions = [];
				this.services = [];
				this.nodes = [];
				this.tasks = [];
				this.networks = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			WatchEventsRequest.prototype.types = $util.emptyArray;
			WatchEventsRequest.prototype.actions = $util.emptyArray;
			WatchEventsRequest.prototype.services = $util.emptyArray;
			WatchEventsRequest.prototype.nodes = $util.emptyArray;
			WatchEventsRequest.prototype.tasks = $util.emptyArray;
			WatchEventsRequest.prototype.networks = $util.emptyArray;

			WatchEventsRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.types != null && message.types.length)
					for (let i = 0; i < message.types.length; ++i)
						writer.uint32(10).string(message.types[i]);
				if (message.actions != null && message.actions.length)
					for (let i = 0; i < message.actions.length; ++i)
						writer.uint32(18).string(message.actions[i]);
				if (message.services != null && message.services.length)
					for (let i = 0; i < message.services.length; ++i)
						writer.uint32(26).string(message.services[i]);
				if (message.nodes != null && message.nodes.length)
					for (let i = 0; i < message.nodes.length; ++i)
						writer.uint32(34).string(message.nodes[i]);
				if (message.tasks != null && message.tasks.length)
					for (let i = 0; i < message.tasks.length; ++i)
						writer.uint32(42).string(message.tasks[i]);
				if (message.networks != null && message.networks.length)
					for (let i = 0; i < message.networks.length; ++i)
						writer.uint32(50).string(message.networks[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			WatchEventsRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.WatchEventsRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.types && message.types.length))
								message.types = [];
							message.types.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.actions && message.actions.length))
								message.actions = [];
							message.actions.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.services && message.services.length))
								message.services = [];
							message.services.push(reader.stringVerify());
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.nodes && message.nodes.length))
								message.nodes = [];
							message.nodes.push(reader.stringVerify());
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (!(message.tasks && message.tasks.length))
								message.tasks = [];
							message.tasks.push(reader.stringVerify());
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.networks && message.networks.length))
								message.networks = [];
							message.networks.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return WatchEventsRequest;
		})();

		v1.ClusterEvent = (function() {

			const ClusterEvent = function (properties) {
				this.attributes = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ClusterEvent.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			ClusterEvent.prototype.type = "";
			ClusterEvent.prototype.action = "";
			ClusterEvent.prototype.id = "";
			ClusterEvent.prototype.attributes = $util.emptyObject;

			ClusterEvent.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
					writer.uint32(8).int64(message.atMs);
				if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
					writer.uint32(18).string(message.type);
				if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== "")
					writer.uint32(26).string(message.action);
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(34).string(message.id);
				if (message.attributes != null && $Object.hasOwnProperty.call(message, "attributes"))
					for (let keys = $Object.keys(message.attributes), i = 0; i < keys.length; ++i)
						writer.uint32(42).fork().uint32(10).string(keys[i]).uint32(18).string(message.attributes[keys[i]]).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ClusterEvent.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ClusterEvent();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.atMs = value;
							else
								delete message.atMs;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.type = value;
							else
								delete message.type;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.action = value;
							else
								delete message.action;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (message.attributes === $util.emptyObject)
								message.attributes = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.attributes, key);
							message.attributes[key] = value;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ClusterEvent;
		})();

		v1.WatchEventsReply = (function() {

			const WatchEventsReply = function (properties) {
				this.events = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			WatchEventsReply.prototype.events = $util.emptyArray;

			WatchEventsReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.events != null && message.events.length)
					for (let i = 0; i < message.events.length; ++i)
						$root.swarm.v1.ClusterEvent.encode(message.events[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			WatchEventsReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.WatchEventsReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.events && message.events.length))
								message.events = [];
							message.events.push($root.swarm.v1.ClusterEvent.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return WatchEventsReply;
		})();

		v1.GetBackupRequest = (function() {

			const GetBackupRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetBackupRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetBackupRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetBackupRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetBackupRequest;
		})();

		v1.GetBackupReply = (function() {

			const GetBackupReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GetBackupReply.prototype.piece = $util.newBuffer([]);

			GetBackupReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.piece != null && $Object.hasOwnProperty.call(message, "piece") && message.piece.length)
					writer.uint32(10).bytes(message.piece);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GetBackupReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GetBackupReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.bytes()).length)
								message.piece = value;
							else
								delete message.piece;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GetBackupReply;
		})();

		v1.AgentMessage = (function() {

			const AgentMessage = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			AgentMessage.prototype.register = null;
			AgentMessage.prototype.heartbeat = null;
			AgentMessage.prototype.statuses = null;
			AgentMessage.prototype.description = null;
			AgentMessage.prototype.networkApplied = null;
			AgentMessage.prototype.networkReport = null;

			let $oneOfFields;

			$Object.defineProperty(AgentMessage.prototype, "message", {
				get: $util.oneOfGetter($oneOfFields = ["register", "heartbeat", "statuses", "description", "networkApplied", "networkReport"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			AgentMessage.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.register != null && $Object.hasOwnProperty.call(message, "register"))
					$root.swarm.v1.Register.encode(message.register, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
					$root.swarm.v1.Heartbeat.encode(message.heartbeat, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.statuses != null && $Object.hasOwnProperty.call(message, "statuses"))
					$root.swarm.v1.StatusBatch.encode(message.statuses, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
					$root.swarm.v1.NodeDescription.encode(message.description, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.networkApplied != null && $Object.hasOwnProperty.call(message, "networkApplied"))
					$root.swarm.v1.NetworkApplied.encode(message.networkApplied, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.networkReport != null && $Object.hasOwnProperty.call(message, "networkReport"))
					$root.swarm.v1.NetworkReport.encode(message.networkReport, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			AgentMessage.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.AgentMessage();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.register = $root.swarm.v1.Register.decode(reader, reader.size(), $undefined, _depth + 1, message.register);
							message.message = "register";
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.heartbeat = $root.swarm.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
							message.message = "heartbeat";
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.statuses = $root.swarm.v1.StatusBatch.decode(reader, reader.size(), $undefined, _depth + 1, message.statuses);
							message.message = "statuses";
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.description = $root.swarm.v1.NodeDescription.decode(reader, reader.size(), $undefined, _depth + 1, message.description);
							message.message = "description";
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.networkApplied = $root.swarm.v1.NetworkApplied.decode(reader, reader.size(), $undefined, _depth + 1, message.networkApplied);
							message.message = "networkApplied";
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.networkReport = $root.swarm.v1.NetworkReport.decode(reader, reader.size(), $undefined, _depth + 1, message.networkReport);
							message.message = "networkReport";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return AgentMessage;
		})();

		v1.Register = (function() {

			const Register = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Register.prototype.format = 0;
			Register.prototype.description = null;
			Register.prototype.managerAddress = "";
			Register.prototype.recoveryEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			Register.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
					writer.uint32(8).uint32(message.format);
				if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
					$root.swarm.v1.NodeDescription.encode(message.description, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.managerAddress != null && $Object.hasOwnProperty.call(message, "managerAddress") && message.managerAddress !== "")
					writer.uint32(26).string(message.managerAddress);
				if (message.recoveryEpoch != null && $Object.hasOwnProperty.call(message, "recoveryEpoch") && (typeof message.recoveryEpoch === "object" ? message.recoveryEpoch.low || message.recoveryEpoch.high : message.recoveryEpoch !== 0))
					writer.uint32(32).uint64(message.recoveryEpoch);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Register.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Register();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.format = value;
							else
								delete message.format;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.description = $root.swarm.v1.NodeDescription.decode(reader, reader.size(), $undefined, _depth + 1, message.description);
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.managerAddress = value;
							else
								delete message.managerAddress;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.recoveryEpoch = value;
							else
								delete message.recoveryEpoch;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Register;
		})();

		v1.Heartbeat = (function() {

			const Heartbeat = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Heartbeat.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Heartbeat.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Heartbeat();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Heartbeat;
		})();

		v1.StatusBatch = (function() {

			const StatusBatch = function (properties) {
				this.reports = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			StatusBatch.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			StatusBatch.prototype.reports = $util.emptyArray;

			StatusBatch.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
					writer.uint32(8).uint64(message.sequence);
				if (message.reports != null && message.reports.length)
					for (let i = 0; i < message.reports.length; ++i)
						$root.swarm.v1.TaskReport.encode(message.reports[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			StatusBatch.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.StatusBatch();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.sequence = value;
							else
								delete message.sequence;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.reports && message.reports.length))
								message.reports = [];
							message.reports.push($root.swarm.v1.TaskReport.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return StatusBatch;
		})();

		v1.TaskReport = (function() {

			const TaskReport = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			TaskReport.prototype.taskId = "";
			TaskReport.prototype.status = null;

			TaskReport.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId !== "")
					writer.uint32(10).string(message.taskId);
				if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
					$root.swarm.v1.TaskStatus.encode(message.status, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			TaskReport.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.TaskReport();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.taskId = value;
							else
								delete message.taskId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.status = $root.swarm.v1.TaskStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return TaskReport;
		})();

		v1.ManagerMessage = (function() {

			const ManagerMessage = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ManagerMessage.prototype.registered = null;
			ManagerMessage.prototype.assignments = null;
			ManagerMessage.prototype.ack = null;
			ManagerMessage.prototype.node = null;
			ManagerMessage.prototype.logRequest = null;
			ManagerMessage.prototype.logCancel = null;
			ManagerMessage.prototype.networkChanges = null;
			ManagerMessage.prototype.networkExamination = null;

			let $oneOfFields;

			$Object.defineProperty(ManagerMessage.prototype, "message", {
				get: $util.oneOfGetter($oneOfFields = ["registered", "assignments", "ack", "node", "logRequest", "logCancel", "networkChanges", "networkExamination"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			ManagerMessage.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.registered != null && $Object.hasOwnProperty.call(message, "registered"))
					$root.swarm.v1.Registered.encode(message.registered, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.assignments != null && $Object.hasOwnProperty.call(message, "assignments"))
					$root.swarm.v1.Assignments.encode(message.assignments, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
					$root.swarm.v1.StatusAck.encode(message.ack, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
					$root.swarm.v1.NodeChange.encode(message.node, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.logRequest != null && $Object.hasOwnProperty.call(message, "logRequest"))
					$root.swarm.v1.LogRequest.encode(message.logRequest, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.logCancel != null && $Object.hasOwnProperty.call(message, "logCancel"))
					$root.swarm.v1.LogCancel.encode(message.logCancel, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.networkChanges != null && $Object.hasOwnProperty.call(message, "networkChanges"))
					$root.swarm.v1.NetworkChanges.encode(message.networkChanges, writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.networkExamination != null && $Object.hasOwnProperty.call(message, "networkExamination"))
					$root.swarm.v1.NetworkExamination.encode(message.networkExamination, writer.uint32(66).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ManagerMessage.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ManagerMessage();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.registered = $root.swarm.v1.Registered.decode(reader, reader.size(), $undefined, _depth + 1, message.registered);
							message.message = "registered";
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.assignments = $root.swarm.v1.Assignments.decode(reader, reader.size(), $undefined, _depth + 1, message.assignments);
							message.message = "assignments";
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.ack = $root.swarm.v1.StatusAck.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
							message.message = "ack";
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.node = $root.swarm.v1.NodeChange.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
							message.message = "node";
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.logRequest = $root.swarm.v1.LogRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.logRequest);
							message.message = "logRequest";
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.logCancel = $root.swarm.v1.LogCancel.decode(reader, reader.size(), $undefined, _depth + 1, message.logCancel);
							message.message = "logCancel";
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							message.networkChanges = $root.swarm.v1.NetworkChanges.decode(reader, reader.size(), $undefined, _depth + 1, message.networkChanges);
							message.message = "networkChanges";
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							message.networkExamination = $root.swarm.v1.NetworkExamination.decode(reader, reader.size(), $undefined, _depth + 1, message.networkExamination);
							message.message = "networkExamination";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ManagerMessage;
		})();

		v1.Registered = (function() {

			const Registered = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Registered.prototype.sessionId = "";
			Registered.prototype.heartbeatPeriodMs = 0;
			Registered.prototype.recoveryEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			Registered.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId !== "")
					writer.uint32(10).string(message.sessionId);
				if (message.heartbeatPeriodMs != null && $Object.hasOwnProperty.call(message, "heartbeatPeriodMs") && message.heartbeatPeriodMs !== 0)
					writer.uint32(16).uint32(message.heartbeatPeriodMs);
				if (message.recoveryEpoch != null && $Object.hasOwnProperty.call(message, "recoveryEpoch") && (typeof message.recoveryEpoch === "object" ? message.recoveryEpoch.low || message.recoveryEpoch.high : message.recoveryEpoch !== 0))
					writer.uint32(24).uint64(message.recoveryEpoch);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Registered.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Registered();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.sessionId = value;
							else
								delete message.sessionId;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.heartbeatPeriodMs = value;
							else
								delete message.heartbeatPeriodMs;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.recoveryEpoch = value;
							else
								delete message.recoveryEpoch;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Registered;
		})();

		v1.NodeChange = (function() {

			const NodeChange = function (properties) {
				this.managerAddresses = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NodeChange.prototype.node = null;
			NodeChange.prototype.managerAddresses = $util.emptyArray;
			NodeChange.prototype.heartbeatPeriodMs = 0;

			NodeChange.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
					$root.swarm.v1.Node.encode(message.node, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.managerAddresses != null && message.managerAddresses.length)
					for (let i = 0; i < message.managerAddresses.length; ++i)
						writer.uint32(18).string(message.managerAddresses[i]);
				if (message.heartbeatPeriodMs != null && $Object.hasOwnProperty.call(message, "heartbeatPeriodMs") && message.heartbeatPeriodMs !== 0)
					writer.uint32(24).uint32(message.heartbeatPeriodMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NodeChange.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NodeChange();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.node = $root.swarm.v1.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.managerAddresses && message.managerAddresses.length))
								message.managerAddresses = [];
							message.managerAddresses.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.heartbeatPeriodMs = value;
							else
								delete message.heartbeatPeriodMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NodeChange;
		})();

		v1.Assignments = (function() {

			const Assignments = function (properties) {
				this.update = [];
				this.removeTaskIds = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Assignments.prototype.complete = false;
			Assignments.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			Assignments.prototype.update = $util.emptyArray;
			Assignments.prototype.removeTaskIds = $util.emptyArray;

			Assignments.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
					writer.uint32(8).bool(message.complete);
				if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
					writer.uint32(16).uint64(message.sequence);
				if (message.update != null && message.update.length)
					for (let i = 0; i < message.update.length; ++i)
						$root.swarm.v1.AssignedTask.encode(message.update[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.removeTaskIds != null && message.removeTaskIds.length)
					for (let i = 0; i < message.removeTaskIds.length; ++i)
						writer.uint32(34).string(message.removeTaskIds[i]);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Assignments.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Assignments();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.complete = value;
							else
								delete message.complete;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.sequence = value;
							else
								delete message.sequence;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.update && message.update.length))
								message.update = [];
							message.update.push($root.swarm.v1.AssignedTask.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.removeTaskIds && message.removeTaskIds.length))
								message.removeTaskIds = [];
							message.removeTaskIds.push(reader.stringVerify());
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Assignments;
		})();

		v1.AssignedTask = (function() {

			const AssignedTask = function (properties) {
				this.serviceLabels = {};
				this.ports = [];
				this.generic = [];
				this.attachments = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			AssignedTask.prototype.taskId = "";
			AssignedTask.prototype.taskName = "";
			AssignedTask.prototype.serviceId = "";
			AssignedTask.prototype.serviceName = "";
			AssignedTask.prototype.serviceLabels = $util.emptyObject;
			AssignedTask.prototype.slot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			AssignedTask.prototype.desired = 0;
			AssignedTask.prototype.spec = null;
			AssignedTask.prototype.ports = $util.emptyArray;
			AssignedTask.prototype.requestId = "";
			AssignedTask.prototype.generic = $util.emptyArray;
			AssignedTask.prototype.attachments = $util.emptyArray;

			AssignedTask.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId !== "")
					writer.uint32(10).string(message.taskId);
				if (message.taskName != null && $Object.hasOwnProperty.call(message, "taskName") && message.taskName !== "")
					writer.uint32(18).string(message.taskName);
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(26).string(message.serviceId);
				if (message.serviceName != null && $Object.hasOwnProperty.call(message, "serviceName") && message.serviceName !== "")
					writer.uint32(34).string(message.serviceName);
				if (message.serviceLabels != null && $Object.hasOwnProperty.call(message, "serviceLabels"))
					for (let keys = $Object.keys(message.serviceLabels), i = 0; i < keys.length; ++i)
						writer.uint32(42).fork().uint32(10).string(keys[i]).uint32(18).string(message.serviceLabels[keys[i]]).ldelim();
				if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && (typeof message.slot === "object" ? message.slot.low || message.slot.high : message.slot !== 0))
					writer.uint32(48).uint64(message.slot);
				if (message.desired != null && $Object.hasOwnProperty.call(message, "desired") && message.desired !== 0)
					writer.uint32(56).int32(message.desired);
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.TaskSpec.encode(message.spec, writer.uint32(66).fork(), _depth + 1).ldelim();
				if (message.ports != null && message.ports.length)
					for (let i = 0; i < message.ports.length; ++i)
						$root.swarm.v1.PortSpec.encode(message.ports[i], writer.uint32(74).fork(), _depth + 1).ldelim();
				if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
					writer.uint32(82).string(message.requestId);
				if (message.generic != null && message.generic.length)
					for (let i = 0; i < message.generic.length; ++i)
						$root.swarm.v1.GenericResource.encode(message.generic[i], writer.uint32(90).fork(), _depth + 1).ldelim();
				if (message.attachments != null && message.attachments.length)
					for (let i = 0; i < message.attachments.length; ++i)
						$root.swarm.v1.NetworkAttachment.encode(message.attachments[i], writer.uint32(98).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			AssignedTask.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.AssignedTask();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.taskId = value;
							else
								delete message.taskId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.taskName = value;
							else
								delete message.taskName;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceName = value;
							else
								delete message.serviceName;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (message.serviceLabels === $util.emptyObject)
								message.serviceLabels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.serviceLabels, key);
							message.serviceLabels[key] = value;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.slot = value;
							else
								delete message.slot;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.desired = value;
							else
								delete message.desired;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.TaskSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							if (!(message.ports && message.ports.length))
								message.ports = [];
							message.ports.push($root.swarm.v1.PortSpec.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 10: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.requestId = value;
							else
								delete message.requestId;
							continue;
						}
					case 11: {
							if (wireType !== 2)
								break;
							if (!(message.generic && message.generic.length))
								message.generic = [];
							message.generic.push($root.swarm.v1.GenericResource.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 12: {
							if (wireType !== 2)
								break;
							if (!(message.attachments && message.attachments.length))
								message.attachments = [];
							message.attachments.push($root.swarm.v1.NetworkAttachment.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return AssignedTask;
		})();

		v1.NetworkChanges = (function() {

			const NetworkChanges = function (properties) {
				this.networks = [];
				this.peers = [];
				this.endpoints = [];
				this.services = [];
				this.removedNetworks = [];
				this.removedPeers = [];
				this.removedEndpoints = [];
				this.removedServices = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkChanges.prototype.complete = false;
			NetworkChanges.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			NetworkChanges.prototype.networks = $util.emptyArray;
			NetworkChanges.prototype.peers = $util.emptyArray;
			NetworkChanges.prototype.endpoints = $util.emptyArray;
			NetworkChanges.prototype.services = $util.emptyArray;
			NetworkChanges.prototype.removedNetworks = $util.emptyArray;
			NetworkChanges.prototype.removedPeers = $util.emptyArray;
			NetworkChanges.prototype.removedEndpoints = $util.emptyArray;
			NetworkChanges.prototype.removedServices = $util.emptyArray;
			NetworkChanges.prototype.unfinished = false;

			NetworkChanges.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
					writer.uint32(8).bool(message.complete);
				if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
					writer.uint32(16).uint64(message.sequence);
				if (message.networks != null && message.networks.length)
					for (let i = 0; i < message.networks.length; ++i)
						$root.swarm.v1.OverlayNetwork.encode(message.networks[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.peers != null && message.peers.length)
					for (let i = 0; i < message.peers.length; ++i)
						$root.swarm.v1.OverlayPeer.encode(message.peers[i], writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.endpoints != null && message.endpoints.length)
					for (let i = 0; i < message.endpoints.length; ++i)
						$root.swarm.v1.OverlayEndpoint.encode(message.endpoints[i], writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.services != null && message.services.length)
					for (let i = 0; i < message.services.length; ++i)
						$root.swarm.v1.OverlayService.encode(message.services[i], writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.removedNetworks != null && message.removedNetworks.length)
					for (let i = 0; i < message.removedNetworks.length; ++i)
						writer.uint32(58).string(message.removedNetworks[i]);
				if (message.removedPeers != null && message.removedPeers.length)
					for (let i = 0; i < message.removedPeers.length; ++i)
						writer.uint32(66).string(message.removedPeers[i]);
				if (message.removedEndpoints != null && message.removedEndpoints.length)
					for (let i = 0; i < message.removedEndpoints.length; ++i)
						writer.uint32(74).string(message.removedEndpoints[i]);
				if (message.removedServices != null && message.removedServices.length)
					for (let i = 0; i < message.removedServices.length; ++i)
						writer.uint32(82).string(message.removedServices[i]);
				if (message.unfinished != null && $Object.hasOwnProperty.call(message, "unfinished") && message.unfinished !== false)
					writer.uint32(88).bool(message.unfinished);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkChanges.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkChanges();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.complete = value;
							else
								delete message.complete;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.sequence = value;
							else
								delete message.sequence;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.networks && message.networks.length))
								message.networks = [];
							message.networks.push($root.swarm.v1.OverlayNetwork.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.peers && message.peers.length))
								message.peers = [];
							message.peers.push($root.swarm.v1.OverlayPeer.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if (!(message.endpoints && message.endpoints.length))
								message.endpoints = [];
							message.endpoints.push($root.swarm.v1.OverlayEndpoint.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.services && message.services.length))
								message.services = [];
							message.services.push($root.swarm.v1.OverlayService.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if (!(message.removedNetworks && message.removedNetworks.length))
								message.removedNetworks = [];
							message.removedNetworks.push(reader.stringVerify());
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if (!(message.removedPeers && message.removedPeers.length))
								message.removedPeers = [];
							message.removedPeers.push(reader.stringVerify());
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							if (!(message.removedEndpoints && message.removedEndpoints.length))
								message.removedEndpoints = [];
							message.removedEndpoints.push(reader.stringVerify());
							continue;
						}
					case 10: {
							if (wireType !== 2)
								break;
							if (!(message.removedServices && message.removedServices.length))
								message.removedServices = [];
							message.removedServices.push(reader.stringVerify());
							continue;
						}
					case 11: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.unfinished = value;
							else
								delete message.unfinished;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkChanges;
		})();

		v1.NetworkApplied = (function() {

			const NetworkApplied = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkApplied.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			NetworkApplied.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
					writer.uint32(8).uint64(message.sequence);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkApplied.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkApplied();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.sequence = value;
							else
								delete message.sequence;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkApplied;
		})();

		v1.NetworkExamination = (function() {

			const NetworkExamination = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkExamination.prototype.requestId = "";
			NetworkExamination.prototype.leaderNowMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

			NetworkExamination.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
					writer.uint32(10).string(message.requestId);
				if (message.leaderNowMs != null && $Object.hasOwnProperty.call(message, "leaderNowMs") && (typeof message.leaderNowMs === "object" ? message.leaderNowMs.low || message.leaderNowMs.high : message.leaderNowMs !== 0))
					writer.uint32(16).int64(message.leaderNowMs);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkExamination.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkExamination();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.requestId = value;
							else
								delete message.requestId;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.leaderNowMs = value;
							else
								delete message.leaderNowMs;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkExamination;
		})();

		v1.NetworkReport = (function() {

			const NetworkReport = function (properties) {
				this.faults = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkReport.prototype.requestId = "";
			NetworkReport.prototype.faults = $util.emptyArray;
			NetworkReport.prototype.networkCount = 0;
			NetworkReport.prototype.wayCount = 0;
			NetworkReport.prototype.error = "";

			NetworkReport.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
					writer.uint32(10).string(message.requestId);
				if (message.faults != null && message.faults.length)
					for (let i = 0; i < message.faults.length; ++i)
						$root.swarm.v1.NetworkFault.encode(message.faults[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.networkCount != null && $Object.hasOwnProperty.call(message, "networkCount") && message.networkCount !== 0)
					writer.uint32(24).uint32(message.networkCount);
				if (message.wayCount != null && $Object.hasOwnProperty.call(message, "wayCount") && message.wayCount !== 0)
					writer.uint32(32).uint32(message.wayCount);
				if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
					writer.uint32(42).string(message.error);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkReport.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkReport();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.requestId = value;
							else
								delete message.requestId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.faults && message.faults.length))
								message.faults = [];
							message.faults.push($root.swarm.v1.NetworkFault.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.networkCount = value;
							else
								delete message.networkCount;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.wayCount = value;
							else
								delete message.wayCount;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.error = value;
							else
								delete message.error;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkReport;
		})();

		v1.NetworkFault = (function() {

			const NetworkFault = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			NetworkFault.prototype.check = "";
			NetworkFault.prototype.fault = "";
			NetworkFault.prototype.mend = "";

			NetworkFault.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.check != null && $Object.hasOwnProperty.call(message, "check") && message.check !== "")
					writer.uint32(10).string(message.check);
				if (message.fault != null && $Object.hasOwnProperty.call(message, "fault") && message.fault !== "")
					writer.uint32(18).string(message.fault);
				if (message.mend != null && $Object.hasOwnProperty.call(message, "mend") && message.mend !== "")
					writer.uint32(26).string(message.mend);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			NetworkFault.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.NetworkFault();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.check = value;
							else
								delete message.check;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.fault = value;
							else
								delete message.fault;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.mend = value;
							else
								delete message.mend;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return NetworkFault;
		})();

		v1.OverlayNetwork = (function() {

			const OverlayNetwork = function (properties) {
				this.labels = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			OverlayNetwork.prototype.networkId = "";
			OverlayNetwork.prototype.name = "";
			OverlayNetwork.prototype.vxlanId = 0;
			OverlayNetwork.prototype.dataPathPort = 0;
			OverlayNetwork.prototype.subnet = "";
			OverlayNetwork.prototype.subnet6 = "";
			OverlayNetwork.prototype.gateway = "";
			OverlayNetwork.prototype.gateway6 = "";
			OverlayNetwork.prototype.mtu = 0;
			OverlayNetwork.prototype.internal = false;
			OverlayNetwork.prototype.ingress = false;
			OverlayNetwork.prototype.attachable = false;
			OverlayNetwork.prototype.encrypted = false;
			OverlayNetwork.prototype.labels = $util.emptyObject;

			OverlayNetwork.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.networkId != null && $Object.hasOwnProperty.call(message, "networkId") && message.networkId !== "")
					writer.uint32(10).string(message.networkId);
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(18).string(message.name);
				if (message.vxlanId != null && $Object.hasOwnProperty.call(message, "vxlanId") && message.vxlanId !== 0)
					writer.uint32(24).uint32(message.vxlanId);
				if (message.dataPathPort != null && $Object.hasOwnProperty.call(message, "dataPathPort") && message.dataPathPort !== 0)
					writer.uint32(32).uint32(message.dataPathPort);
				if (message.subnet != null && $Object.hasOwnProperty.call(message, "subnet") && message.subnet !== "")
					writer.uint32(42).string(message.subnet);
				if (message.subnet6 != null && $Object.hasOwnProperty.call(message, "subnet6") && message.subnet6 !== "")
					writer.uint32(50).string(message.subnet6);
				if (message.gateway != null && $Object.hasOwnProperty.call(message, "gateway") && message.gateway !== "")
					writer.uint32(58).string(message.gateway);
				if (message.gateway6 != null && $Object.hasOwnProperty.call(message, "gateway6") && message.gateway6 !== "")
					writer.uint32(66).string(message.gateway6);
				if (message.mtu != null && $Object.hasOwnProperty.call(message, "mtu") && message.mtu !== 0)
					writer.uint32(72).uint32(message.mtu);
				if (message.internal != null && $Object.hasOwnProperty.call(message, "internal") && message.internal !== false)
					writer.uint32(80).bool(message.internal);
				if (message.ingress != null && $Object.hasOwnProperty.call(message, "ingress") && message.ingress !== false)
					writer.uint32(88).bool(message.ingress);
				if (message.attachable != null && $Object.hasOwnProperty.call(message, "attachable") && message.attachable !== false)
					writer.uint32(96).bool(message.attachable);
				if (message.encrypted != null && $Object.hasOwnProperty.call(message, "encrypted") && message.encrypted !== false)
					writer.uint32(104).bool(message.encrypted);
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(114).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			OverlayNetwork.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.OverlayNetwork();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.networkId = value;
							else
								delete message.networkId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.vxlanId = value;
							else
								delete message.vxlanId;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.dataPathPort = value;
							else
								delete message.dataPathPort;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.subnet = value;
							else
								delete message.subnet;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.subnet6 = value;
							else
								delete message.subnet6;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.gateway = value;
							else
								delete message.gateway;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.gateway6 = value;
							else
								delete message.gateway6;
							continue;
						}
					case 9: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.mtu = value;
							else
								delete message.mtu;
							continue;
						}
					case 10: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.internal = value;
							else
								delete message.internal;
							continue;
						}
					case 11: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.ingress = value;
							else
								delete message.ingress;
							continue;
						}
					case 12: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.attachable = value;
							else
								delete message.attachable;
							continue;
						}
					case 13: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.encrypted = value;
							else
								delete message.encrypted;
							continue;
						}
					case 14: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return OverlayNetwork;
		})();

		v1.OverlayPeer = (function() {

			const OverlayPeer = function (properties) {
				this.tunnelKeys = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			OverlayPeer.prototype.nodeId = "";
			OverlayPeer.prototype.dataAddress = "";
			OverlayPeer.prototype.dataMtu = 0;
			OverlayPeer.prototype.tunnelKeys = $util.emptyArray;

			OverlayPeer.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.dataAddress != null && $Object.hasOwnProperty.call(message, "dataAddress") && message.dataAddress !== "")
					writer.uint32(18).string(message.dataAddress);
				if (message.dataMtu != null && $Object.hasOwnProperty.call(message, "dataMtu") && message.dataMtu !== 0)
					writer.uint32(24).uint32(message.dataMtu);
				if (message.tunnelKeys != null && message.tunnelKeys.length)
					for (let i = 0; i < message.tunnelKeys.length; ++i)
						$root.swarm.v1.TunnelKey.encode(message.tunnelKeys[i], writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			OverlayPeer.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.OverlayPeer();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.dataAddress = value;
							else
								delete message.dataAddress;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.dataMtu = value;
							else
								delete message.dataMtu;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.tunnelKeys && message.tunnelKeys.length))
								message.tunnelKeys = [];
							message.tunnelKeys.push($root.swarm.v1.TunnelKey.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return OverlayPeer;
		})();

		v1.OverlayEndpoint = (function() {

			const OverlayEndpoint = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			OverlayEndpoint.prototype.networkId = "";
			OverlayEndpoint.prototype.taskId = "";
			OverlayEndpoint.prototype.nodeId = "";
			OverlayEndpoint.prototype.address = "";
			OverlayEndpoint.prototype.address6 = "";
			OverlayEndpoint.prototype.serviceId = "";
			OverlayEndpoint.prototype.taskName = "";
			OverlayEndpoint.prototype.slot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			OverlayEndpoint.prototype.serving = false;

			OverlayEndpoint.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.networkId != null && $Object.hasOwnProperty.call(message, "networkId") && message.networkId !== "")
					writer.uint32(10).string(message.networkId);
				if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId !== "")
					writer.uint32(18).string(message.taskId);
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(26).string(message.nodeId);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(34).string(message.address);
				if (message.address6 != null && $Object.hasOwnProperty.call(message, "address6") && message.address6 !== "")
					writer.uint32(42).string(message.address6);
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(50).string(message.serviceId);
				if (message.taskName != null && $Object.hasOwnProperty.call(message, "taskName") && message.taskName !== "")
					writer.uint32(58).string(message.taskName);
				if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && (typeof message.slot === "object" ? message.slot.low || message.slot.high : message.slot !== 0))
					writer.uint32(64).uint64(message.slot);
				if (message.serving != null && $Object.hasOwnProperty.call(message, "serving") && message.serving !== false)
					writer.uint32(72).bool(message.serving);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			OverlayEndpoint.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.OverlayEndpoint();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.networkId = value;
							else
								delete message.networkId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.taskId = value;
							else
								delete message.taskId;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address6 = value;
							else
								delete message.address6;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.taskName = value;
							else
								delete message.taskName;
							continue;
						}
					case 8: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.slot = value;
							else
								delete message.slot;
							continue;
						}
					case 9: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.serving = value;
							else
								delete message.serving;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return OverlayEndpoint;
		})();

		v1.OverlayService = (function() {

			const OverlayService = function (properties) {
				this.aliases = [];
				this.ports = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			OverlayService.prototype.networkId = "";
			OverlayService.prototype.serviceId = "";
			OverlayService.prototype.name = "";
			OverlayService.prototype.aliases = $util.emptyArray;
			OverlayService.prototype.stack = "";
			OverlayService.prototype.mode = 0;
			OverlayService.prototype.address = "";
			OverlayService.prototype.address6 = "";
			OverlayService.prototype.ports = $util.emptyArray;

			OverlayService.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.networkId != null && $Object.hasOwnProperty.call(message, "networkId") && message.networkId !== "")
					writer.uint32(10).string(message.networkId);
				if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
					writer.uint32(18).string(message.serviceId);
				if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
					writer.uint32(26).string(message.name);
				if (message.aliases != null && message.aliases.length)
					for (let i = 0; i < message.aliases.length; ++i)
						writer.uint32(34).string(message.aliases[i]);
				if (message.stack != null && $Object.hasOwnProperty.call(message, "stack") && message.stack !== "")
					writer.uint32(42).string(message.stack);
				if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
					writer.uint32(48).int32(message.mode);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(58).string(message.address);
				if (message.address6 != null && $Object.hasOwnProperty.call(message, "address6") && message.address6 !== "")
					writer.uint32(66).string(message.address6);
				if (message.ports != null && message.ports.length)
					for (let i = 0; i < message.ports.length; ++i)
						$root.swarm.v1.PortSpec.encode(message.ports[i], writer.uint32(74).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			OverlayService.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.OverlayService();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.networkId = value;
							else
								delete message.networkId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.serviceId = value;
							else
								delete message.serviceId;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.name = value;
							else
								delete message.name;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.aliases && message.aliases.length))
								message.aliases = [];
							message.aliases.push(reader.stringVerify());
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.stack = value;
							else
								delete message.stack;
							continue;
						}
					case 6: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.mode = value;
							else
								delete message.mode;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address6 = value;
							else
								delete message.address6;
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							if (!(message.ports && message.ports.length))
								message.ports = [];
							message.ports.push($root.swarm.v1.PortSpec.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return OverlayService;
		})();

		v1.StatusAck = (function() {

			const StatusAck = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			StatusAck.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			StatusAck.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
					writer.uint32(8).uint64(message.sequence);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			StatusAck.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.StatusAck();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.sequence = value;
							else
								delete message.sequence;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return StatusAck;
		})();

		v1.LogRequest = (function() {

			const LogRequest = function (properties) {
				this.taskIds = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogRequest.prototype.requestId = "";
			LogRequest.prototype.taskIds = $util.emptyArray;
			LogRequest.prototype.options = null;
			LogRequest.prototype.userRequestId = "";

			LogRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
					writer.uint32(10).string(message.requestId);
				if (message.taskIds != null && message.taskIds.length)
					for (let i = 0; i < message.taskIds.length; ++i)
						writer.uint32(18).string(message.taskIds[i]);
				if (message.options != null && $Object.hasOwnProperty.call(message, "options"))
					$root.swarm.v1.LogOptions.encode(message.options, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.userRequestId != null && $Object.hasOwnProperty.call(message, "userRequestId") && message.userRequestId !== "")
					writer.uint32(34).string(message.userRequestId);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.requestId = value;
							else
								delete message.requestId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.taskIds && message.taskIds.length))
								message.taskIds = [];
							message.taskIds.push(reader.stringVerify());
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.options = $root.swarm.v1.LogOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.options);
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.userRequestId = value;
							else
								delete message.userRequestId;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogRequest;
		})();

		v1.LogCancel = (function() {

			const LogCancel = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogCancel.prototype.requestId = "";

			LogCancel.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
					writer.uint32(10).string(message.requestId);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogCancel.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogCancel();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.requestId = value;
							else
								delete message.requestId;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogCancel;
		})();

		v1.LogOptions = (function() {

			const LogOptions = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogOptions.prototype.follow = false;
			LogOptions.prototype.tail = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			LogOptions.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			LogOptions.prototype.stdout = false;
			LogOptions.prototype.stderr = false;

			LogOptions.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.follow != null && $Object.hasOwnProperty.call(message, "follow") && message.follow !== false)
					writer.uint32(8).bool(message.follow);
				if (message.tail != null && $Object.hasOwnProperty.call(message, "tail") && (typeof message.tail === "object" ? message.tail.low || message.tail.high : message.tail !== 0))
					writer.uint32(16).int64(message.tail);
				if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
					writer.uint32(24).int64(message.sinceMs);
				if (message.stdout != null && $Object.hasOwnProperty.call(message, "stdout") && message.stdout !== false)
					writer.uint32(32).bool(message.stdout);
				if (message.stderr != null && $Object.hasOwnProperty.call(message, "stderr") && message.stderr !== false)
					writer.uint32(40).bool(message.stderr);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogOptions.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogOptions();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.follow = value;
							else
								delete message.follow;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.tail = value;
							else
								delete message.tail;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.sinceMs = value;
							else
								delete message.sinceMs;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.stdout = value;
							else
								delete message.stdout;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.stderr = value;
							else
								delete message.stderr;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogOptions;
		})();

		v1.LogStream = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "LOG_STREAM_STDOUT"] = 0;
			values[valuesById[1] = "LOG_STREAM_STDERR"] = 1;
			return values;
		})();

		v1.LogLine = (function() {

			const LogLine = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogLine.prototype.taskId = "";
			LogLine.prototype.nodeId = "";
			LogLine.prototype.stream = 0;
			LogLine.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			LogLine.prototype.data = $util.newBuffer([]);

			LogLine.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId !== "")
					writer.uint32(10).string(message.taskId);
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(18).string(message.nodeId);
				if (message.stream != null && $Object.hasOwnProperty.call(message, "stream") && message.stream !== 0)
					writer.uint32(24).int32(message.stream);
				if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
					writer.uint32(32).int64(message.atMs);
				if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
					writer.uint32(42).bytes(message.data);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogLine.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogLine();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.taskId = value;
							else
								delete message.taskId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.stream = value;
							else
								delete message.stream;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.atMs = value;
							else
								delete message.atMs;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.bytes()).length)
								message.data = value;
							else
								delete message.data;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogLine;
		})();

		v1.LogChunk = (function() {

			const LogChunk = function (properties) {
				this.lines = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogChunk.prototype.requestId = "";
			LogChunk.prototype.lines = $util.emptyArray;
			LogChunk.prototype.taskId = "";
			LogChunk.prototype.error = "";

			LogChunk.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
					writer.uint32(10).string(message.requestId);
				if (message.lines != null && message.lines.length)
					for (let i = 0; i < message.lines.length; ++i)
						$root.swarm.v1.LogLine.encode(message.lines[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId !== "")
					writer.uint32(26).string(message.taskId);
				if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
					writer.uint32(34).string(message.error);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogChunk.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogChunk();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.requestId = value;
							else
								delete message.requestId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.lines && message.lines.length))
								message.lines = [];
							message.lines.push($root.swarm.v1.LogLine.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.taskId = value;
							else
								delete message.taskId;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.error = value;
							else
								delete message.error;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogChunk;
		})();

		v1.PublishLogsReply = (function() {

			const PublishLogsReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PublishLogsReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PublishLogsReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PublishLogsReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PublishLogsReply;
		})();

		v1.Table = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "TABLE_CLUSTER"] = 0;
			values[valuesById[1] = "TABLE_NODE"] = 1;
			values[valuesById[2] = "TABLE_SERVICE"] = 2;
			values[valuesById[3] = "TABLE_REVISION"] = 3;
			values[valuesById[4] = "TABLE_TASK"] = 4;
			values[valuesById[5] = "TABLE_REQUEST"] = 5;
			values[valuesById[6] = "TABLE_NETWORK"] = 6;
			return values;
		})();

		v1.ObjectRef = (function() {

			const ObjectRef = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ObjectRef.prototype.table = 0;
			ObjectRef.prototype.id = "";

			ObjectRef.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.table != null && $Object.hasOwnProperty.call(message, "table") && message.table !== 0)
					writer.uint32(8).int32(message.table);
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
					writer.uint32(18).string(message.id);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ObjectRef.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ObjectRef();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.table = value;
							else
								delete message.table;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ObjectRef;
		})();

		v1.StoredObject = (function() {

			const StoredObject = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			StoredObject.prototype.cluster = null;
			StoredObject.prototype.node = null;
			StoredObject.prototype.service = null;
			StoredObject.prototype.revision = null;
			StoredObject.prototype.task = null;
			StoredObject.prototype.request = null;
			StoredObject.prototype.network = null;

			let $oneOfFields;

			$Object.defineProperty(StoredObject.prototype, "object", {
				get: $util.oneOfGetter($oneOfFields = ["cluster", "node", "service", "revision", "task", "request", "network"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			StoredObject.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
					$root.swarm.v1.Cluster.encode(message.cluster, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
					$root.swarm.v1.Node.encode(message.node, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
					$root.swarm.v1.Service.encode(message.service, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
					$root.swarm.v1.ServiceRevision.encode(message.revision, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.task != null && $Object.hasOwnProperty.call(message, "task"))
					$root.swarm.v1.Task.encode(message.task, writer.uint32(42).fork(), _depth + 1).ldelim();
				if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
					$root.swarm.v1.PastRequest.encode(message.request, writer.uint32(50).fork(), _depth + 1).ldelim();
				if (message.network != null && $Object.hasOwnProperty.call(message, "network"))
					$root.swarm.v1.Network.encode(message.network, writer.uint32(58).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			StoredObject.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.StoredObject();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.cluster = $root.swarm.v1.Cluster.decode(reader, reader.size(), $undefined, _depth + 1, message.cluster);
							message.object = "cluster";
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.node = $root.swarm.v1.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
							message.object = "node";
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.service = $root.swarm.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
							message.object = "service";
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.revision = $root.swarm.v1.ServiceRevision.decode(reader, reader.size(), $undefined, _depth + 1, message.revision);
							message.object = "revision";
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							message.task = $root.swarm.v1.Task.decode(reader, reader.size(), $undefined, _depth + 1, message.task);
							message.object = "task";
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							message.request = $root.swarm.v1.PastRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
							message.object = "request";
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							message.network = $root.swarm.v1.Network.decode(reader, reader.size(), $undefined, _depth + 1, message.network);
							message.object = "network";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return StoredObject;
		})();

		v1.LogEntry = (function() {

			const LogEntry = function (properties) {
				this.groups = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogEntry.prototype.format = 0;
			LogEntry.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			LogEntry.prototype.groups = $util.emptyArray;

			LogEntry.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
					writer.uint32(8).uint32(message.format);
				if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
					writer.uint32(16).int64(message.atMs);
				if (message.groups != null && message.groups.length)
					for (let i = 0; i < message.groups.length; ++i)
						$root.swarm.v1.ChangeGroup.encode(message.groups[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogEntry.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogEntry();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.format = value;
							else
								delete message.format;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.atMs = value;
							else
								delete message.atMs;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.groups && message.groups.length))
								message.groups = [];
							message.groups.push($root.swarm.v1.ChangeGroup.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogEntry;
		})();

		v1.ChangeGroup = (function() {

			const ChangeGroup = function (properties) {
				this.checks = [];
				this.changes = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			ChangeGroup.prototype.checks = $util.emptyArray;
			ChangeGroup.prototype.changes = $util.emptyArray;

			ChangeGroup.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.checks != null && message.checks.length)
					for (let i = 0; i < message.checks.length; ++i)
						$root.swarm.v1.Check.encode(message.checks[i], writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.changes != null && message.changes.length)
					for (let i = 0; i < message.changes.length; ++i)
						$root.swarm.v1.Change.encode(message.changes[i], writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			ChangeGroup.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.ChangeGroup();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.checks && message.checks.length))
								message.checks = [];
							message.checks.push($root.swarm.v1.Check.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if (!(message.changes && message.changes.length))
								message.changes = [];
							message.changes.push($root.swarm.v1.Change.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return ChangeGroup;
		})();

		v1.Check = (function() {

			const Check = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Check.prototype.object = null;
			Check.prototype.version = null;
			Check.prototype.exists = null;
			Check.prototype.absent = null;

			let $oneOfFields;

			$Object.defineProperty(Check.prototype, "condition", {
				get: $util.oneOfGetter($oneOfFields = ["version", "exists", "absent"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			Check.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.object != null && $Object.hasOwnProperty.call(message, "object"))
					$root.swarm.v1.ObjectRef.encode(message.object, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
					$root.swarm.v1.GroupVersion.encode(message.version, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.exists != null && $Object.hasOwnProperty.call(message, "exists"))
					writer.uint32(24).bool(message.exists);
				if (message.absent != null && $Object.hasOwnProperty.call(message, "absent"))
					writer.uint32(32).bool(message.absent);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Check.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Check();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.object = $root.swarm.v1.ObjectRef.decode(reader, reader.size(), $undefined, _depth + 1, message.object);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.version = $root.swarm.v1.GroupVersion.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
							message.condition = "version";
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							message.exists = reader.bool();
							message.condition = "exists";
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							message.absent = reader.bool();
							message.condition = "absent";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Check;
		})();

		v1.GroupVersion = (function() {

			const GroupVersion = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GroupVersion.prototype.group = 0;
			GroupVersion.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			GroupVersion.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== 0)
					writer.uint32(8).int32(message.group);
				if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
					writer.uint32(16).uint64(message.version);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GroupVersion.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GroupVersion();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.group = value;
							else
								delete message.group;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.version = value;
							else
								delete message.version;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GroupVersion;
		})();

		v1.Change = (function() {

			const Change = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			Change.prototype.create = null;
			Change.prototype.update = null;
			Change.prototype.remove = null;

			let $oneOfFields;

			$Object.defineProperty(Change.prototype, "change", {
				get: $util.oneOfGetter($oneOfFields = ["create", "update", "remove"]),
				set: $util.oneOfSetter($oneOfFields)
			});

			Change.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.create != null && $Object.hasOwnProperty.call(message, "create"))
					$root.swarm.v1.StoredObject.encode(message.create, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.update != null && $Object.hasOwnProperty.call(message, "update"))
					$root.swarm.v1.GroupUpdate.encode(message.update, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.remove != null && $Object.hasOwnProperty.call(message, "remove"))
					$root.swarm.v1.ObjectRef.encode(message.remove, writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			Change.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.Change();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.create = $root.swarm.v1.StoredObject.decode(reader, reader.size(), $undefined, _depth + 1, message.create);
							message.change = "create";
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.update = $root.swarm.v1.GroupUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.update);
							message.change = "update";
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							message.remove = $root.swarm.v1.ObjectRef.decode(reader, reader.size(), $undefined, _depth + 1, message.remove);
							message.change = "remove";
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return Change;
		})();

		v1.GroupUpdate = (function() {

			const GroupUpdate = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			GroupUpdate.prototype.group = 0;
			GroupUpdate.prototype.object = null;

			GroupUpdate.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== 0)
					writer.uint32(8).int32(message.group);
				if (message.object != null && $Object.hasOwnProperty.call(message, "object"))
					$root.swarm.v1.StoredObject.encode(message.object, writer.uint32(18).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			GroupUpdate.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.GroupUpdate();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.group = value;
							else
								delete message.group;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							message.object = $root.swarm.v1.StoredObject.decode(reader, reader.size(), $undefined, _depth + 1, message.object);
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return GroupUpdate;
		})();

		v1.SnapshotHeader = (function() {

			const SnapshotHeader = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			SnapshotHeader.prototype.format = 0;
			SnapshotHeader.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			SnapshotHeader.prototype.objectCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

			SnapshotHeader.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
					writer.uint32(8).uint32(message.format);
				if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
					writer.uint32(16).uint64(message.index);
				if (message.objectCount != null && $Object.hasOwnProperty.call(message, "objectCount") && (typeof message.objectCount === "object" ? message.objectCount.low || message.objectCount.high : message.objectCount !== 0))
					writer.uint32(24).uint64(message.objectCount);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			SnapshotHeader.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.SnapshotHeader();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.format = value;
							else
								delete message.format;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.index = value;
							else
								delete message.index;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.objectCount = value;
							else
								delete message.objectCount;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return SnapshotHeader;
		})();

		v1.LocalNodeState = (function() {
			const valuesById = $Object.create(null), values = $Object.create(valuesById);
			values[valuesById[0] = "LOCAL_NODE_STATE_INACTIVE"] = 0;
			values[valuesById[1] = "LOCAL_NODE_STATE_PENDING"] = 1;
			values[valuesById[2] = "LOCAL_NODE_STATE_ACTIVE"] = 2;
			values[valuesById[3] = "LOCAL_NODE_STATE_ERROR"] = 3;
			return values;
		})();

		v1.LocalStatusRequest = (function() {

			const LocalStatusRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LocalStatusRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LocalStatusRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LocalStatusRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LocalStatusRequest;
		})();

		v1.LocalStatusReply = (function() {

			const LocalStatusReply = function (properties) {
				this.managerAddresses = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LocalStatusReply.prototype.state = 0;
			LocalStatusReply.prototype.nodeId = "";
			LocalStatusReply.prototype.clusterId = "";
			LocalStatusReply.prototype.role = 0;
			LocalStatusReply.prototype.controlSocket = "";
			LocalStatusReply.prototype.managerAddresses = $util.emptyArray;
			LocalStatusReply.prototype.error = "";
			LocalStatusReply.prototype.version = "";
			LocalStatusReply.prototype.engineVersion = "";

			LocalStatusReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
					writer.uint32(8).int32(message.state);
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(18).string(message.nodeId);
				if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
					writer.uint32(26).string(message.clusterId);
				if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
					writer.uint32(32).int32(message.role);
				if (message.controlSocket != null && $Object.hasOwnProperty.call(message, "controlSocket") && message.controlSocket !== "")
					writer.uint32(42).string(message.controlSocket);
				if (message.managerAddresses != null && message.managerAddresses.length)
					for (let i = 0; i < message.managerAddresses.length; ++i)
						writer.uint32(50).string(message.managerAddresses[i]);
				if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
					writer.uint32(58).string(message.error);
				if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
					writer.uint32(66).string(message.version);
				if (message.engineVersion != null && $Object.hasOwnProperty.call(message, "engineVersion") && message.engineVersion !== "")
					writer.uint32(74).string(message.engineVersion);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LocalStatusReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LocalStatusReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.state = value;
							else
								delete message.state;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.clusterId = value;
							else
								delete message.clusterId;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.role = value;
							else
								delete message.role;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.controlSocket = value;
							else
								delete message.controlSocket;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (!(message.managerAddresses && message.managerAddresses.length))
								message.managerAddresses = [];
							message.managerAddresses.push(reader.stringVerify());
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.error = value;
							else
								delete message.error;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.version = value;
							else
								delete message.version;
							continue;
						}
					case 9: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.engineVersion = value;
							else
								delete message.engineVersion;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LocalStatusReply;
		})();

		v1.InitRequest = (function() {

			const InitRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			InitRequest.prototype.listenAddress = "";
			InitRequest.prototype.advertiseAddress = "";
			InitRequest.prototype.availability = 0;
			InitRequest.prototype.spec = null;
			InitRequest.prototype.forceNewCluster = false;
			InitRequest.prototype.restoreFile = "";
			InitRequest.prototype.dataPathAddress = "";

			InitRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.listenAddress != null && $Object.hasOwnProperty.call(message, "listenAddress") && message.listenAddress !== "")
					writer.uint32(10).string(message.listenAddress);
				if (message.advertiseAddress != null && $Object.hasOwnProperty.call(message, "advertiseAddress") && message.advertiseAddress !== "")
					writer.uint32(18).string(message.advertiseAddress);
				if (message.availability != null && $Object.hasOwnProperty.call(message, "availability") && message.availability !== 0)
					writer.uint32(24).int32(message.availability);
				if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
					$root.swarm.v1.ClusterSpec.encode(message.spec, writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.forceNewCluster != null && $Object.hasOwnProperty.call(message, "forceNewCluster") && message.forceNewCluster !== false)
					writer.uint32(40).bool(message.forceNewCluster);
				if (message.restoreFile != null && $Object.hasOwnProperty.call(message, "restoreFile") && message.restoreFile !== "")
					writer.uint32(50).string(message.restoreFile);
				if (message.dataPathAddress != null && $Object.hasOwnProperty.call(message, "dataPathAddress") && message.dataPathAddress !== "")
					writer.uint32(58).string(message.dataPathAddress);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			InitRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.InitRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.listenAddress = value;
							else
								delete message.listenAddress;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.advertiseAddress = value;
							else
								delete message.advertiseAddress;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.availability = value;
							else
								delete message.availability;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							message.spec = $root.swarm.v1.ClusterSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.forceNewCluster = value;
							else
								delete message.forceNewCluster;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.restoreFile = value;
							else
								delete message.restoreFile;
							continue;
						}
					case 7: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.dataPathAddress = value;
							else
								delete message.dataPathAddress;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return InitRequest;
		})();

		v1.InitReply = (function() {

			const InitReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			InitReply.prototype.nodeId = "";
			InitReply.prototype.clusterId = "";
			InitReply.prototype.workerToken = "";
			InitReply.prototype.advertiseAddress = "";

			InitReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
					writer.uint32(18).string(message.clusterId);
				if (message.workerToken != null && $Object.hasOwnProperty.call(message, "workerToken") && message.workerToken !== "")
					writer.uint32(26).string(message.workerToken);
				if (message.advertiseAddress != null && $Object.hasOwnProperty.call(message, "advertiseAddress") && message.advertiseAddress !== "")
					writer.uint32(34).string(message.advertiseAddress);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			InitReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.InitReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.clusterId = value;
							else
								delete message.clusterId;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.workerToken = value;
							else
								delete message.workerToken;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.advertiseAddress = value;
							else
								delete message.advertiseAddress;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return InitReply;
		})();

		v1.JoinRequest = (function() {

			const JoinRequest = function (properties) {
				this.remoteAddresses = [];
				this.labels = {};
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			JoinRequest.prototype.remoteAddresses = $util.emptyArray;
			JoinRequest.prototype.token = "";
			JoinRequest.prototype.availability = 0;
			JoinRequest.prototype.listenAddress = "";
			JoinRequest.prototype.advertiseAddress = "";
			JoinRequest.prototype.labels = $util.emptyObject;
			JoinRequest.prototype.autoRemoveAfterMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
			JoinRequest.prototype.dataPathAddress = "";

			JoinRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.remoteAddresses != null && message.remoteAddresses.length)
					for (let i = 0; i < message.remoteAddresses.length; ++i)
						writer.uint32(10).string(message.remoteAddresses[i]);
				if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
					writer.uint32(18).string(message.token);
				if (message.availability != null && $Object.hasOwnProperty.call(message, "availability") && message.availability !== 0)
					writer.uint32(24).int32(message.availability);
				if (message.listenAddress != null && $Object.hasOwnProperty.call(message, "listenAddress") && message.listenAddress !== "")
					writer.uint32(34).string(message.listenAddress);
				if (message.advertiseAddress != null && $Object.hasOwnProperty.call(message, "advertiseAddress") && message.advertiseAddress !== "")
					writer.uint32(42).string(message.advertiseAddress);
				if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
					for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
						writer.uint32(50).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
				if (message.autoRemoveAfterMs != null && $Object.hasOwnProperty.call(message, "autoRemoveAfterMs") && (typeof message.autoRemoveAfterMs === "object" ? message.autoRemoveAfterMs.low || message.autoRemoveAfterMs.high : message.autoRemoveAfterMs !== 0))
					writer.uint32(56).int64(message.autoRemoveAfterMs);
				if (message.dataPathAddress != null && $Object.hasOwnProperty.call(message, "dataPathAddress") && message.dataPathAddress !== "")
					writer.uint32(66).string(message.dataPathAddress);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			JoinRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, key, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.JoinRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if (!(message.remoteAddresses && message.remoteAddresses.length))
								message.remoteAddresses = [];
							message.remoteAddresses.push(reader.stringVerify());
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.token = value;
							else
								delete message.token;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.availability = value;
							else
								delete message.availability;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.listenAddress = value;
							else
								delete message.listenAddress;
							continue;
						}
					case 5: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.advertiseAddress = value;
							else
								delete message.advertiseAddress;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if (message.labels === $util.emptyObject)
								message.labels = {};
							let end2 = reader.size() + reader.pos;
							if (end2 > reader.len)
								throw $RangeError("index out of range");
							reader.len = end2;
							key = "";
							value = "";
							while (reader.pos < end2) {
								let tag2 = reader.tag();
								wireType = tag2 & 7;
								switch (tag2 >>>= 3) {
								case 1:
									if (wireType !== 2)
										break;
									key = reader.stringVerify();
									continue;
								case 2:
									if (wireType !== 2)
										break;
									value = reader.stringVerify();
									continue;
								}
								reader.skipType(wireType, _depth, tag2);
							}
							if (reader.pos !== end2)
								throw $RangeError("index out of range");
							reader.len = end;
							if (key === "__proto__")
								$util.makeProp(message.labels, key);
							message.labels[key] = value;
							continue;
						}
					case 7: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
								message.autoRemoveAfterMs = value;
							else
								delete message.autoRemoveAfterMs;
							continue;
						}
					case 8: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.dataPathAddress = value;
							else
								delete message.dataPathAddress;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return JoinRequest;
		})();

		v1.JoinReply = (function() {

			const JoinReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			JoinReply.prototype.nodeId = "";
			JoinReply.prototype.role = 0;

			JoinReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(10).string(message.nodeId);
				if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
					writer.uint32(16).int32(message.role);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			JoinReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.JoinReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.int32())
								message.role = value;
							else
								delete message.role;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return JoinReply;
		})();

		v1.LeaveRequest = (function() {

			const LeaveRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LeaveRequest.prototype.force = false;

			LeaveRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.force != null && $Object.hasOwnProperty.call(message, "force") && message.force !== false)
					writer.uint32(8).bool(message.force);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LeaveRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LeaveRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.force = value;
							else
								delete message.force;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LeaveRequest;
		})();

		v1.LeaveReply = (function() {

			const LeaveReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LeaveReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LeaveReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LeaveReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LeaveReply;
		})();

		v1.PeerHello = (function() {

			const PeerHello = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PeerHello.prototype.format = 0;
			PeerHello.prototype.clusterId = "";
			PeerHello.prototype.recoveryEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			PeerHello.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			PeerHello.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			PeerHello.prototype.address = "";

			PeerHello.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
					writer.uint32(8).uint32(message.format);
				if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
					writer.uint32(18).string(message.clusterId);
				if (message.recoveryEpoch != null && $Object.hasOwnProperty.call(message, "recoveryEpoch") && (typeof message.recoveryEpoch === "object" ? message.recoveryEpoch.low || message.recoveryEpoch.high : message.recoveryEpoch !== 0))
					writer.uint32(24).uint64(message.recoveryEpoch);
				if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
					writer.uint32(32).uint64(message.from);
				if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
					writer.uint32(40).uint64(message.to);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(50).string(message.address);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PeerHello.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PeerHello();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (value = reader.uint32())
								message.format = value;
							else
								delete message.format;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.clusterId = value;
							else
								delete message.clusterId;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.recoveryEpoch = value;
							else
								delete message.recoveryEpoch;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.from = value;
							else
								delete message.from;
							continue;
						}
					case 5: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.to = value;
							else
								delete message.to;
							continue;
						}
					case 6: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PeerHello;
		})();

		v1.PeerFrame = (function() {

			const PeerFrame = function (properties) {
				this.moved = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PeerFrame.prototype.hello = null;
			PeerFrame.prototype.messages = $util.newBuffer([]);
			PeerFrame.prototype.moved = $util.emptyArray;

			PeerFrame.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
					$root.swarm.v1.PeerHello.encode(message.hello, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.messages != null && $Object.hasOwnProperty.call(message, "messages") && message.messages.length)
					writer.uint32(18).bytes(message.messages);
				if (message.moved != null && message.moved.length)
					for (let i = 0; i < message.moved.length; ++i)
						$root.swarm.v1.LogMember.encode(message.moved[i], writer.uint32(26).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PeerFrame.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PeerFrame();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.hello = $root.swarm.v1.PeerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.bytes()).length)
								message.messages = value;
							else
								delete message.messages;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if (!(message.moved && message.moved.length))
								message.moved = [];
							message.moved.push($root.swarm.v1.LogMember.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PeerFrame;
		})();

		v1.PeerFrameReply = (function() {

			const PeerFrameReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			PeerFrameReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			PeerFrameReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.PeerFrameReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return PeerFrameReply;
		})();

		v1.SnapshotFrame = (function() {

			const SnapshotFrame = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			SnapshotFrame.prototype.hello = null;
			SnapshotFrame.prototype.message = $util.newBuffer([]);
			SnapshotFrame.prototype.piece = $util.newBuffer([]);
			SnapshotFrame.prototype.complete = false;

			SnapshotFrame.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
					$root.swarm.v1.PeerHello.encode(message.hello, writer.uint32(10).fork(), _depth + 1).ldelim();
				if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message.length)
					writer.uint32(18).bytes(message.message);
				if (message.piece != null && $Object.hasOwnProperty.call(message, "piece") && message.piece.length)
					writer.uint32(26).bytes(message.piece);
				if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
					writer.uint32(32).bool(message.complete);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			SnapshotFrame.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.SnapshotFrame();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							message.hello = $root.swarm.v1.PeerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.bytes()).length)
								message.message = value;
							else
								delete message.message;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.bytes()).length)
								message.piece = value;
							else
								delete message.piece;
							continue;
						}
					case 4: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.complete = value;
							else
								delete message.complete;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return SnapshotFrame;
		})();

		v1.SnapshotFrameReply = (function() {

			const SnapshotFrameReply = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			SnapshotFrameReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			SnapshotFrameReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.SnapshotFrameReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					reader.skipType(tag & 7, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return SnapshotFrameReply;
		})();

		v1.JoinLogRequest = (function() {

			const JoinLogRequest = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			JoinLogRequest.prototype.address = "";
			JoinLogRequest.prototype.isExternal = false;

			JoinLogRequest.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(10).string(message.address);
				if (message.isExternal != null && $Object.hasOwnProperty.call(message, "isExternal") && message.isExternal !== false)
					writer.uint32(16).bool(message.isExternal);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			JoinLogRequest.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.JoinLogRequest();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					case 2: {
							if (wireType !== 0)
								break;
							if (value = reader.bool())
								message.isExternal = value;
							else
								delete message.isExternal;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return JoinLogRequest;
		})();

		v1.JoinLogReply = (function() {

			const JoinLogReply = function (properties) {
				this.members = [];
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			JoinLogReply.prototype.memberId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			JoinLogReply.prototype.clusterId = "";
			JoinLogReply.prototype.recoveryEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			JoinLogReply.prototype.members = $util.emptyArray;

			JoinLogReply.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.memberId != null && $Object.hasOwnProperty.call(message, "memberId") && (typeof message.memberId === "object" ? message.memberId.low || message.memberId.high : message.memberId !== 0))
					writer.uint32(8).uint64(message.memberId);
				if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
					writer.uint32(18).string(message.clusterId);
				if (message.recoveryEpoch != null && $Object.hasOwnProperty.call(message, "recoveryEpoch") && (typeof message.recoveryEpoch === "object" ? message.recoveryEpoch.low || message.recoveryEpoch.high : message.recoveryEpoch !== 0))
					writer.uint32(24).uint64(message.recoveryEpoch);
				if (message.members != null && message.members.length)
					for (let i = 0; i < message.members.length; ++i)
						$root.swarm.v1.LogMember.encode(message.members[i], writer.uint32(34).fork(), _depth + 1).ldelim();
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			JoinLogReply.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.JoinLogReply();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.memberId = value;
							else
								delete message.memberId;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.clusterId = value;
							else
								delete message.clusterId;
							continue;
						}
					case 3: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.recoveryEpoch = value;
							else
								delete message.recoveryEpoch;
							continue;
						}
					case 4: {
							if (wireType !== 2)
								break;
							if (!(message.members && message.members.length))
								message.members = [];
							message.members.push($root.swarm.v1.LogMember.decode(reader, reader.size(), $undefined, _depth + 1));
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return JoinLogReply;
		})();

		v1.LogMember = (function() {

			const LogMember = function (properties) {
				if (properties)
					for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
						if (properties[keys[i]] != null && keys[i] !== "__proto__")
							this[keys[i]] = properties[keys[i]];
			};

			LogMember.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
			LogMember.prototype.nodeId = "";
			LogMember.prototype.address = "";

			LogMember.encode = function (message, writer, _depth) {
				if (!writer)
					writer = $Writer.create();
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $util.recursionLimit)
					throw $Error("max depth exceeded");
				if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
					writer.uint32(8).uint64(message.id);
				if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
					writer.uint32(18).string(message.nodeId);
				if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
					writer.uint32(26).string(message.address);
				if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
					for (let i = 0; i < message.$unknowns.length; ++i)
						writer.raw(message.$unknowns[i]);
				return writer;
			};

			LogMember.decode = function (reader, length, _end, _depth, _target) {
				if (!(reader instanceof $Reader))
					reader = $Reader.create(reader);
				if (_depth === $undefined)
					_depth = 0;
				if (_depth > $Reader.recursionLimit)
					throw $Error("max depth exceeded");
				let end, message, value;
				if (length === $undefined)
					end = reader.len;
				else {
					end = reader.pos + length;
					if (end > reader.len)
						throw $RangeError("index out of range");
					length = reader.len;
					reader.len = end;
				}
				message = _target || new $root.swarm.v1.LogMember();
				while (reader.pos < end) {
					let start = reader.pos;
					let tag = reader.tag();
					if (tag === _end) {
						_end = $undefined;
						break;
					}
					let wireType = tag & 7;
					switch (tag >>>= 3) {
					case 1: {
							if (wireType !== 0)
								break;
							if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
								message.id = value;
							else
								delete message.id;
							continue;
						}
					case 2: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.nodeId = value;
							else
								delete message.nodeId;
							continue;
						}
					case 3: {
							if (wireType !== 2)
								break;
							if ((value = reader.stringVerify()).length)
								message.address = value;
							else
								delete message.address;
							continue;
						}
					}
					reader.skipType(wireType, _depth, tag);
					if (!reader.discardUnknown) {
						$util.makeProp(message, "$unknowns", false);
						(message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
					}
				}
				if (length !== $undefined) {
					if (reader.pos !== end)
						throw $RangeError("index out of range");
					reader.len = length;
				}
				if (_end !== $undefined)
					throw $Error("missing end group");
				return message;
			};

			return LogMember;
		})();

		return v1;
	})();

	return swarm;
})();

export {
  $root as default
};

export const GetRootCertificateRequestStatic = swarm.v1.GetRootCertificateRequest;
export const GetRootCertificateReplyStatic = swarm.v1.GetRootCertificateReply;
export const IssueCertificateRequestStatic = swarm.v1.IssueCertificateRequest;
export const IssueCertificateReplyStatic = swarm.v1.IssueCertificateReply;
export const RenewCertificateRequestStatic = swarm.v1.RenewCertificateRequest;
export const RenewCertificateReplyStatic = swarm.v1.RenewCertificateReply;
export const MetaStatic = swarm.v1.Meta;
export const ClusterStatic = swarm.v1.Cluster;
export const ClusterSpecStatic = swarm.v1.ClusterSpec;
export const ClusterIdentityStatic = swarm.v1.ClusterIdentity;
export const NodeStatic = swarm.v1.Node;
export const NodeAllocationStatic = swarm.v1.NodeAllocation;
export const NodeSpecStatic = swarm.v1.NodeSpec;
export const NodeIdentityStatic = swarm.v1.NodeIdentity;
export const NodeDescriptionStatic = swarm.v1.NodeDescription;
export const NodeNetworkingStatic = swarm.v1.NodeNetworking;
export const UsedPortStatic = swarm.v1.UsedPort;
export const TunnelKeyStatic = swarm.v1.TunnelKey;
export const PluginStatic = swarm.v1.Plugin;
export const NodeStatusStatic = swarm.v1.NodeStatus;
export const PlatformStatic = swarm.v1.Platform;
export const ResourcesStatic = swarm.v1.Resources;
export const GenericResourceStatic = swarm.v1.GenericResource;
export const ServiceStatic = swarm.v1.Service;
export const ServiceAllocationStatic = swarm.v1.ServiceAllocation;
export const ServiceRunsStatic = swarm.v1.ServiceRuns;
export const JobRunStatic = swarm.v1.JobRun;
export const RolloutRequestStatic = swarm.v1.RolloutRequest;
export const ServiceRevisionStatic = swarm.v1.ServiceRevision;
export const PastRequestStatic = swarm.v1.PastRequest;
export const ServiceSpecStatic = swarm.v1.ServiceSpec;
export const ScheduleStatic = swarm.v1.Schedule;
export const UpdateConfigStatic = swarm.v1.UpdateConfig;
export const ReplicatedModeStatic = swarm.v1.ReplicatedMode;
export const GlobalModeStatic = swarm.v1.GlobalMode;
export const ReplicatedJobModeStatic = swarm.v1.ReplicatedJobMode;
export const GlobalJobModeStatic = swarm.v1.GlobalJobMode;
export const ServiceDesiredStatic = swarm.v1.ServiceDesired;
export const EndpointSpecStatic = swarm.v1.EndpointSpec;
export const PortSpecStatic = swarm.v1.PortSpec;
export const TaskSpecStatic = swarm.v1.TaskSpec;
export const NetworkAttachmentConfigStatic = swarm.v1.NetworkAttachmentConfig;
export const ContainerSpecStatic = swarm.v1.ContainerSpec;
export const MountStatic = swarm.v1.Mount;
export const HealthCheckStatic = swarm.v1.HealthCheck;
export const UlimitStatic = swarm.v1.Ulimit;
export const LogDriverStatic = swarm.v1.LogDriver;
export const ResourceRequirementsStatic = swarm.v1.ResourceRequirements;
export const ResourceLimitsStatic = swarm.v1.ResourceLimits;
export const RestartPolicyStatic = swarm.v1.RestartPolicy;
export const PlacementStatic = swarm.v1.Placement;
export const PlacementPreferenceStatic = swarm.v1.PlacementPreference;
export const TaskStatic = swarm.v1.Task;
export const TaskAllocationStatic = swarm.v1.TaskAllocation;
export const NetworkAttachmentStatic = swarm.v1.NetworkAttachment;
export const NetworkStatic = swarm.v1.Network;
export const NetworkSpecStatic = swarm.v1.NetworkSpec;
export const SubnetSpecStatic = swarm.v1.SubnetSpec;
export const NetworkAllocationStatic = swarm.v1.NetworkAllocation;
export const TaskDesiredStatic = swarm.v1.TaskDesired;
export const TaskMoveStatic = swarm.v1.TaskMove;
export const RolloutPartStatic = swarm.v1.RolloutPart;
export const LeavingStatic = swarm.v1.Leaving;
export const StartConditionStatic = swarm.v1.StartCondition;
export const RestartRecordStatic = swarm.v1.RestartRecord;
export const TaskPlacementStatic = swarm.v1.TaskPlacement;
export const TaskStatusStatic = swarm.v1.TaskStatus;
export const ContainerStatusStatic = swarm.v1.ContainerStatus;
export const GetClusterRequestStatic = swarm.v1.GetClusterRequest;
export const GetClusterReplyStatic = swarm.v1.GetClusterReply;
export const UpdateClusterRequestStatic = swarm.v1.UpdateClusterRequest;
export const UpdateClusterReplyStatic = swarm.v1.UpdateClusterReply;
export const GetJoinTokenRequestStatic = swarm.v1.GetJoinTokenRequest;
export const GetJoinTokenReplyStatic = swarm.v1.GetJoinTokenReply;
export const ListNodesRequestStatic = swarm.v1.ListNodesRequest;
export const ManagerStatusStatic = swarm.v1.ManagerStatus;
export const NodeEntryStatic = swarm.v1.NodeEntry;
export const ListNodesReplyStatic = swarm.v1.ListNodesReply;
export const GetNodeRequestStatic = swarm.v1.GetNodeRequest;
export const GetNodeReplyStatic = swarm.v1.GetNodeReply;
export const UpdateNodeRequestStatic = swarm.v1.UpdateNodeRequest;
export const UpdateNodeReplyStatic = swarm.v1.UpdateNodeReply;
export const RemoveNodeRequestStatic = swarm.v1.RemoveNodeRequest;
export const RemoveNodeReplyStatic = swarm.v1.RemoveNodeReply;
export const CreateServiceRequestStatic = swarm.v1.CreateServiceRequest;
export const CreateServiceReplyStatic = swarm.v1.CreateServiceReply;
export const ListServicesRequestStatic = swarm.v1.ListServicesRequest;
export const ServiceEntryStatic = swarm.v1.ServiceEntry;
export const ListServicesReplyStatic = swarm.v1.ListServicesReply;
export const GetServiceRequestStatic = swarm.v1.GetServiceRequest;
export const GetServiceReplyStatic = swarm.v1.GetServiceReply;
export const UpdateServiceRequestStatic = swarm.v1.UpdateServiceRequest;
export const UpdateServiceReplyStatic = swarm.v1.UpdateServiceReply;
export const ChangeRolloutRequestStatic = swarm.v1.ChangeRolloutRequest;
export const ChangeRolloutReplyStatic = swarm.v1.ChangeRolloutReply;
export const ListRevisionsRequestStatic = swarm.v1.ListRevisionsRequest;
export const ListRevisionsReplyStatic = swarm.v1.ListRevisionsReply;
export const ExplainPlacementRequestStatic = swarm.v1.ExplainPlacementRequest;
export const NodeVerdictStatic = swarm.v1.NodeVerdict;
export const PendingTasksStatic = swarm.v1.PendingTasks;
export const RecentChangeStatic = swarm.v1.RecentChange;
export const ExplainPlacementReplyStatic = swarm.v1.ExplainPlacementReply;
export const RemoveServiceRequestStatic = swarm.v1.RemoveServiceRequest;
export const RemoveServiceReplyStatic = swarm.v1.RemoveServiceReply;
export const CreateNetworkRequestStatic = swarm.v1.CreateNetworkRequest;
export const CreateNetworkReplyStatic = swarm.v1.CreateNetworkReply;
export const ListNetworksRequestStatic = swarm.v1.ListNetworksRequest;
export const ListNetworksReplyStatic = swarm.v1.ListNetworksReply;
export const GetNetworkRequestStatic = swarm.v1.GetNetworkRequest;
export const NetworkUserStatic = swarm.v1.NetworkUser;
export const GetNetworkReplyStatic = swarm.v1.GetNetworkReply;
export const RemoveNetworkRequestStatic = swarm.v1.RemoveNetworkRequest;
export const RemoveNetworkReplyStatic = swarm.v1.RemoveNetworkReply;
export const ExamineNetworksRequestStatic = swarm.v1.ExamineNetworksRequest;
export const ExamineNetworksReplyStatic = swarm.v1.ExamineNetworksReply;
export const NodeExaminationStatic = swarm.v1.NodeExamination;
export const TaskEntryStatic = swarm.v1.TaskEntry;
export const ServiceProgressStatic = swarm.v1.ServiceProgress;
export const ListTasksRequestStatic = swarm.v1.ListTasksRequest;
export const ListTasksReplyStatic = swarm.v1.ListTasksReply;
export const GetTaskRequestStatic = swarm.v1.GetTaskRequest;
export const GetTaskReplyStatic = swarm.v1.GetTaskReply;
export const LogsRequestStatic = swarm.v1.LogsRequest;
export const LogsReplyStatic = swarm.v1.LogsReply;
export const WatchEventsRequestStatic = swarm.v1.WatchEventsRequest;
export const ClusterEventStatic = swarm.v1.ClusterEvent;
export const WatchEventsReplyStatic = swarm.v1.WatchEventsReply;
export const GetBackupRequestStatic = swarm.v1.GetBackupRequest;
export const GetBackupReplyStatic = swarm.v1.GetBackupReply;
export const AgentMessageStatic = swarm.v1.AgentMessage;
export const RegisterStatic = swarm.v1.Register;
export const HeartbeatStatic = swarm.v1.Heartbeat;
export const StatusBatchStatic = swarm.v1.StatusBatch;
export const TaskReportStatic = swarm.v1.TaskReport;
export const ManagerMessageStatic = swarm.v1.ManagerMessage;
export const RegisteredStatic = swarm.v1.Registered;
export const NodeChangeStatic = swarm.v1.NodeChange;
export const AssignmentsStatic = swarm.v1.Assignments;
export const AssignedTaskStatic = swarm.v1.AssignedTask;
export const NetworkChangesStatic = swarm.v1.NetworkChanges;
export const NetworkAppliedStatic = swarm.v1.NetworkApplied;
export const NetworkExaminationStatic = swarm.v1.NetworkExamination;
export const NetworkReportStatic = swarm.v1.NetworkReport;
export const NetworkFaultStatic = swarm.v1.NetworkFault;
export const OverlayNetworkStatic = swarm.v1.OverlayNetwork;
export const OverlayPeerStatic = swarm.v1.OverlayPeer;
export const OverlayEndpointStatic = swarm.v1.OverlayEndpoint;
export const OverlayServiceStatic = swarm.v1.OverlayService;
export const StatusAckStatic = swarm.v1.StatusAck;
export const LogRequestStatic = swarm.v1.LogRequest;
export const LogCancelStatic = swarm.v1.LogCancel;
export const LogOptionsStatic = swarm.v1.LogOptions;
export const LogLineStatic = swarm.v1.LogLine;
export const LogChunkStatic = swarm.v1.LogChunk;
export const PublishLogsReplyStatic = swarm.v1.PublishLogsReply;
export const ObjectRefStatic = swarm.v1.ObjectRef;
export const StoredObjectStatic = swarm.v1.StoredObject;
export const LogEntryStatic = swarm.v1.LogEntry;
export const ChangeGroupStatic = swarm.v1.ChangeGroup;
export const CheckStatic = swarm.v1.Check;
export const GroupVersionStatic = swarm.v1.GroupVersion;
export const ChangeStatic = swarm.v1.Change;
export const GroupUpdateStatic = swarm.v1.GroupUpdate;
export const SnapshotHeaderStatic = swarm.v1.SnapshotHeader;
export const LocalStatusRequestStatic = swarm.v1.LocalStatusRequest;
export const LocalStatusReplyStatic = swarm.v1.LocalStatusReply;
export const InitRequestStatic = swarm.v1.InitRequest;
export const InitReplyStatic = swarm.v1.InitReply;
export const JoinRequestStatic = swarm.v1.JoinRequest;
export const JoinReplyStatic = swarm.v1.JoinReply;
export const LeaveRequestStatic = swarm.v1.LeaveRequest;
export const LeaveReplyStatic = swarm.v1.LeaveReply;
export const PeerHelloStatic = swarm.v1.PeerHello;
export const PeerFrameStatic = swarm.v1.PeerFrame;
export const PeerFrameReplyStatic = swarm.v1.PeerFrameReply;
export const SnapshotFrameStatic = swarm.v1.SnapshotFrame;
export const SnapshotFrameReplyStatic = swarm.v1.SnapshotFrameReply;
export const JoinLogRequestStatic = swarm.v1.JoinLogRequest;
export const JoinLogReplyStatic = swarm.v1.JoinLogReply;
export const LogMemberStatic = swarm.v1.LogMember;
