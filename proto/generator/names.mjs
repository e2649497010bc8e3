/**
 * Names: how a name in a .proto file reads in TypeScript. Refuses a name that breaks the conventions
 * the generated code relies on, or that two things would share.
 */

/** @param {string} name */
const words = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2');

/** TaskState → TASK_STATE */
export const upperSnake = (/** @type {string} */ name) => words(name).toUpperCase();

/** ListNodes → listNodes */
export const lowerFirst = (/** @type {string} */ name) => name.charAt(0).toLowerCase() + name.slice(1);

/** Control → ControlService */
export const serviceName = (/** @type {string} */ name) =>
  name.endsWith('Service') ? name : `${name}Service`;

/** TaskState → TASK_STATES, NodeAvailability → NODE_AVAILABILITIES */
export function pluralConstant(/** @type {string} */ name) {
  const one = upperSnake(name);
  if (/(S|X|CH|SH)$/.test(one)) return `${one}ES`;
  return /[^AEIOU]Y$/.test(one) ? `${one.slice(0, -1)}IES` : `${one}S`;
}

/** A nested message Task.Inner becomes TaskInner. */
export function typeName(type) {
  let name = type.name;
  for (let outer = type.parent; outer !== null && 'fields' in outer; outer = outer.parent)
    name = outer.name + name;
  return name;
}

/** TASK_STATE_NOT_YET of TaskState → not-yet */
export function enumWord(type, valueName) {
  const prefix = [typeName(type), type.name]
    .map((name) => `${upperSnake(name)}_`)
    .find((p) => valueName.startsWith(p));
  if (prefix === undefined)
    throw new Error(`${type.fullName}: ${valueName} must begin with ${upperSnake(type.name)}_`);
  return valueName.slice(prefix.length).toLowerCase().replaceAll('_', '-');
}

/** Every exported name of all files; two owners of one name would not compile, so say it here in words. */
export class NameRegister {
  #ownerByName = new Map();

  claim(name, owner) {
    const earlier = this.#ownerByName.get(name);
    if (earlier !== undefined) throw new Error(`${owner} and ${earlier} would both be called ${name}`);
    this.#ownerByName.set(name, owner);
    return name;
  }
}
