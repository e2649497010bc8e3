/**
 * What people write as values: every grammar, what it means, and the complaint when it is wrong.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatBytes, parseBytes, parseNanoCpus } from '../../../cli/swarmctl/rules/amounts.js';
import {
  lastPerName,
  parseEnvironment,
  parseEnvironmentFile,
  parseExtraHost,
  parsePlacementRule,
  parseUlimit,
} from '../../../cli/swarmctl/rules/container-values.js';
import {
  formatDuration,
  humanDuration,
  parseDurationMs,
  parseInstantMs,
} from '../../../cli/swarmctl/rules/durations.js';
import { parseMount } from '../../../cli/swarmctl/rules/mounts.js';
import { parsePublish, parsePublishRemoval } from '../../../cli/swarmctl/rules/ports.js';
import { defaultServiceName } from '../../../cli/swarmctl/rules/service-name.js';
import { parseFields, parseWords } from '../../../cli/swarmctl/rules/value-texts.js';
import { hasCode } from '../../../proto/base/errors.js';
import {
  MountCodec,
  type PortSpec,
  PortSpecCodec,
  type PortSpecInput,
  type PublishMode,
} from '../../../proto/gen/objects.js';

/** Refused as input, in a line that begins with the flag and holds the words. */
function refuses(act: () => unknown, words: RegExp): void {
  assert.throws(act, (error) => {
    assert.ok(hasCode(error, 'input.invalid'), String(error));
    assert.match(error.message, /^--x/);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
}

describe('durations', () => {
  it('are read as Go writes them', () => {
    for (const [text, ms] of [
      ['0', 0],
      ['0s', 0],
      ['500ms', 500],
      ['1.5s', 1500],
      ['1h30m', 5_400_000],
      ['2160h', 7_776_000_000],
      ['1000us', 1],
    ] as const)
      assert.equal(parseDurationMs('--x', text), ms, text);
    for (const text of ['', '5', '-1s', '1d', '1h 30m', 's', '1e3s'])
      refuses(() => parseDurationMs('--x', text), /must be a duration such as 500ms, 10s or 1h30m/);
    refuses(() => parseDurationMs('--x', '10ns'), /must be 0 or at least 1ms/);
  });

  it('are written so that they can be read back', () => {
    assert.equal(formatDuration(5000), '5s');
    assert.equal(formatDuration(5_400_000), '1h30m0s');
    fc.assert(
      fc.property(fc.nat(1e10), (ms) => {
        assert.equal(parseDurationMs('--x', formatDuration(ms)), ms);
      }),
    );
  });

  it('are told to people in one unit', () => {
    const s = 1000;
    const h = 3600 * s;
    for (const [ms, words] of [
      [999, 'Less than a second'],
      [1000, '1 second'],
      [59 * s, '59 seconds'],
      [60 * s, 'About a minute'],
      [5 * 60 * s, '5 minutes'],
      [61 * 60 * s, 'About an hour'],
      [3 * h, '3 hours'],
      [47 * h, '47 hours'],
      [49 * h, '2 days'],
      [15 * 24 * h, '2 weeks'],
      [90 * 24 * h, '3 months'],
      [800 * 24 * h, '2 years'],
    ] as const)
      assert.equal(humanDuration(ms), words);
  });

  it('count back from now in --since, beside instants', () => {
    assert.equal(parseInstantMs('--x', '10s', 60_000), 50_000);
    assert.equal(parseInstantMs('--x', '1.5', 0), 1500);
    assert.equal(parseInstantMs('--x', '2030-01-31T12:00:00Z', 0), Date.UTC(2030, 0, 31, 12));
    refuses(() => parseInstantMs('--x', 'yesterday', 0), /must be an instant/);
  });
});

describe('amounts', () => {
  it('are bytes in powers of 1024', () => {
    assert.equal(parseBytes('--x', '512m'), 512 * 2 ** 20);
    assert.equal(parseBytes('--x', '1.5GiB'), 1.5 * 2 ** 30);
    assert.equal(parseBytes('--x', '4096'), 4096);
    for (const text of ['', 'm', '-1m', '1x', '1e9', '9999999p'])
      refuses(() => parseBytes('--x', text), /must be a size/);
    assert.equal(formatBytes(8_345_678_901), '7.773GiB');
  });

  it('are CPUs to the billionth', () => {
    assert.equal(parseNanoCpus('--x', '0.5'), 5e8);
    assert.equal(parseNanoCpus('--x', '0.000000001'), 1);
    refuses(() => parseNanoCpus('--x', '0.0000000001'), /at most 9 decimals/);
    refuses(() => parseNanoCpus('--x', '-1'), /must be a number of CPUs/);
  });
});

describe('--publish', () => {
  const port = (parts: PortSpecInput): PortSpec => PortSpecCodec.create(parts);
  const range = (publishMode: PublishMode) =>
    [0, 1, 2].map((at) => port({ publishedPort: 8000 + at, targetPort: 9000 + at, publishMode }));
  const rows: readonly (readonly [string, readonly PortSpec[]])[] = [
    ['80', [port({ targetPort: 80 })]],
    ['8080:80', [port({ publishedPort: 8080, targetPort: 80 })]],
    ['53:53/UDP', [port({ publishedPort: 53, targetPort: 53, protocol: 'udp' })]],
    ['127.0.0.1:8080:80', [port({ publishedPort: 8080, targetPort: 80, hostIp: '127.0.0.1' })]],
    ['[::1]:8080:80', [port({ publishedPort: 8080, targetPort: 80, hostIp: '::1' })]],
    ['8000-8002:9000-9002', range('ingress')],
    ['90-91', [port({ targetPort: 90 }), port({ targetPort: 91 })]],
    [
      '8000-8001:80',
      [port({ publishedPort: 8000, targetPort: 80 }), port({ publishedPort: 8001, targetPort: 80 })],
    ],
    ['published=8080,target=80', [port({ publishedPort: 8080, targetPort: 80 })]],
    ['published=0,target=80', [port({ targetPort: 80 })]],
    ['published=8000-8002,target=9000-9002,mode=host', range('host')],
    [
      'published=8080,target=80,protocol=udp,mode=host,host-ip=127.0.0.1',
      [
        port({
          publishedPort: 8080,
          targetPort: 80,
          protocol: 'udp',
          publishMode: 'host',
          hostIp: '127.0.0.1',
        }),
      ],
    ],
  ];
  for (const [text, ports] of rows)
    it(`takes ${text}`, () => assert.deepEqual(parsePublish('--x', text), ports));

  it('names what is wrong', () => {
    refuses(() => parsePublish('--x', 'published=8080,mode=host'), /needs target=PORT/);
    refuses(() => parsePublish('--x', 'target=65536,mode=host'), /not a port from 1 to 65535/);
    refuses(() => parsePublish('--x', '0:80'), /"0" is not a port from 1 to 65535/);
    refuses(() => parsePublish('--x', 'target=80,mode=guest'), /mode must be host or ingress/);
    refuses(() => parsePublish('--x', 'target=80,colour=blue'), /"colour" is not one of target/);
    refuses(() => parsePublish('--x', 'target=80,host-ip=here'), /host-ip must be an IP address/);
    refuses(() => parsePublish('--x', '80/icmp'), /protocol must be tcp, udp or sctp/);
    refuses(() => parsePublish('--x', 'eighty'), /must be such as 8080:80/);
    refuses(() => parsePublish('--x', '8000-8002:80-81'), /as many published ports as target ports/);
    refuses(() => parsePublish('--x', '8002-8000:80'), /whose end is before its beginning/);
  });

  it('is taken back by target port', () => {
    const tcp = PortSpecCodec.create({ targetPort: 80, publishMode: 'host' });
    const udp = PortSpecCodec.create({ ...tcp, protocol: 'udp' });
    assert.deepEqual([tcp, udp].map(parsePublishRemoval('--x', '80')), [true, true]);
    assert.deepEqual([tcp, udp].map(parsePublishRemoval('--x', '80/udp')), [false, true]);
    assert.deepEqual([tcp, udp].map(parsePublishRemoval('--x', '81')), [false, false]);
    assert.deepEqual([tcp, udp].map(parsePublishRemoval('--x', '79-81')), [true, true]);
    const both = [tcp, { ...tcp, publishedPort: 8080 }];
    assert.deepEqual(both.map(parsePublishRemoval('--x', '8080:80')), [false, true]);
    refuses(() => parsePublishRemoval('--x', 'web'), /must be a target port/);
  });
});

describe('--mount', () => {
  it('is a volume unless said, with the options of its type', () => {
    assert.deepEqual(
      parseMount('--x', 'src=data,dst=/data,ro,volume-opt=a=b,"volume-label=k=v,w",volume-nocopy=false'),
      MountCodec.create({
        type: 'volume',
        source: 'data',
        target: '/data',
        readOnly: true,
        volumeOptions: { a: 'b' },
        volumeLabels: { k: 'v,w' },
      }),
    );
    assert.deepEqual(
      parseMount('--x', 'type=tmpfs,target=/tmp,tmpfs-size=64m,tmpfs-mode=1777'),
      MountCodec.create({ type: 'tmpfs', target: '/tmp', tmpfsSizeBytes: 64 * 2 ** 20, tmpfsMode: 0o1777 }),
    );
  });

  it('names what is wrong', () => {
    refuses(() => parseMount('--x', 'source=data'), /needs target=PATH/);
    refuses(() => parseMount('--x', 'target=data'), /absolute path/);
    refuses(() => parseMount('--x', 'type=bind,source=here,target=/x'), /a bind mount needs source=PATH/);
    refuses(() => parseMount('--x', 'type=tmpfs,source=/x,target=/x'), /takes no source/);
    refuses(() => parseMount('--x', 'type=bind,src=/a,dst=/b,volume-nocopy'), /do not go with type=bind/);
    refuses(() => parseMount('--x', 'type=npipe,target=/x'), /type=npipe is not supported yet/);
    refuses(() => parseMount('--x', 'target=/x,volume-subpath=a'), /volume-subpath is not supported yet/);
    refuses(() => parseMount('--x', 'target=/x,colour=blue'), /"colour" is not a field/);
    refuses(() => parseMount('--x', 'target=/x,"source=a'), /stray or unclosed quote/);
    refuses(
      () => parseMount('--x', 'type=tmpfs,target=/x,tmpfs-size=much'),
      /--x tmpfs-size "much": must be a size/,
    );
  });
});

describe('settings of containers', () => {
  it('read environment variables, also from here and from files', () => {
    const here = { HOME: '/root' };
    assert.deepEqual(parseEnvironment('--x', ['A=1', 'B=', 'HOME', 'NONE'], here), [
      'A=1',
      'B=',
      'HOME=/root',
    ]);
    const file = '\uFEFF# a comment\r\nA=1\r\n\r\n  B=a b # kept\nHOME\nNONE\n';
    assert.deepEqual(parseEnvironmentFile('--x', file, here), ['A=1', 'B=a b # kept', 'HOME=/root']);
    refuses(() => parseEnvironmentFile('--x', 'A B=1', here), /must not contain spaces/);
    assert.deepEqual(lastPerName(['A=1', 'B=2', 'A=3']), ['A=3', 'B=2']);
  });

  it('read limits, hosts and placement rules', () => {
    assert.deepEqual(parseUlimit('--x', 'nofile=1024:2048'), { name: 'nofile', soft: 1024, hard: 2048 });
    assert.deepEqual(parseUlimit('--x', 'core=-1'), { name: 'core', soft: -1, hard: -1 });
    refuses(() => parseUlimit('--x', 'nofile=9:8'), /must not exceed the hard limit/);
    refuses(() => parseUlimit('--x', 'nofile'), /must be NAME=SOFT\[:HARD\]/);
    assert.equal(parseExtraHost('--x', 'db:10.0.0.7'), '10.0.0.7 db');
    assert.equal(parseExtraHost('--x', 'db:fd00::7'), 'fd00::7 db');
    refuses(() => parseExtraHost('--x', 'db'), /must be HOST:IP/);
    assert.equal(parsePlacementRule('--x', ' node.labels.disk == ssd '), 'node.labels.disk == ssd');
    refuses(() => parsePlacementRule('--x', 'node.colour==blue'), /key must be one of/);
    refuses(() => parsePlacementRule('--x', 'node.role=manager'), /form key==value/);
  });

  it('split words as a shell does, and fields as CSV does', () => {
    assert.deepEqual(parseWords('--x', `sh -c 'echo "a b"' "c\\"d" e\\ f ''`), [
      'sh',
      '-c',
      'echo "a b"',
      'c"d',
      'e f',
      '',
    ]);
    refuses(() => parseWords('--x', "a 'b"), /unclosed '/);
    assert.deepEqual(parseFields('--x', 'a,"b,""c""",,d'), ['a', 'b,"c"', '', 'd']);
  });

  it('name a service after its image', () => {
    assert.equal(defaultServiceName('registry.example:5000/team/web:1@sha256:00', 'k3f9'), 'web-k3f9');
    fc.assert(
      fc.property(fc.string(), (image) => {
        assert.match(defaultServiceName(image, 'k3f9'), /^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*$/);
      }),
    );
  });
});
