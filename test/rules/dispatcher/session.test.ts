/**
 * In which order a session says what it has to say, when there is always more.
 */
import assert from 'node:assert/strict';
import { OverlayFeed } from '../../../control-plane/dispatcher/overlay-feed.js';
import { Session } from '../../../control-plane/dispatcher/session.js';
import { aTask } from '../../kit/builders.js';
import { aWebTask, OverlayWorld } from './overlay-world.js';

describe('a session', () => {
  it('lets networks in which something always changes hold up no task', async () => {
    const world = await OverlayWorld.begin();
    const { store, state } = world;
    const session = new Session(
      { nodeId: 'node-1', sessionId: 's', peerAddress: '' },
      {
        view: () => store.view(),
        overlay: new OverlayFeed('node-1', state, () => 0),
        describeNode: () => ({ node: undefined, managerAddresses: [], heartbeatPeriodMs: 5000 }),
        turnToSpeak: () => Promise.resolve(),
        onTold: () => undefined,
      },
    );
    session.registered(5000, 0);
    const messages = session.messages();
    const said: string[] = [];
    for (let at = 0; at < 8; at++) {
      await world.put(aWebTask(`web-${at}`, { placement: { nodeId: 'node-2' } }), aTask({ id: `own-${at}` }));
      await world.follow((nodeId, item) => {
        if (nodeId === 'node-1') session.overlayChanged(item);
      });
      session.taskChanged(`own-${at}`);
      const { value } = await messages.next();
      if (value !== undefined) said.push(value.message?.kind ?? '');
    }
    assert.deepEqual(said, [
      'registered',
      'node',
      'networkChanges',
      'assignments',
      'networkChanges',
      'assignments',
      'networkChanges',
      'assignments',
    ]);
    session.end();
  });
});
