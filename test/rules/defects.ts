/**
 * What Docker Swarm is known to do wrong, and which test keeps it from happening here. A defect of something that
 * this project has not got is left out.
 */

export interface Defect {
  /** What goes wrong there. */
  readonly what: string;
  /** How it is avoided, and where. */
  readonly avoided: string;
  /** File of the test, from test/. */
  readonly file: string;
  /** Title of the test in that file. */
  readonly title: string;
}

const ORCHESTRATOR = 'rules/orchestrator';

export const DEFECTS: readonly Defect[] = [
  {
    what: 'A change of the endpoint is hidden by one of the placement, and no task is replaced',
    avoided: 'proto/model/task.ts compares the endpoint first',
    file: 'rules/model/task.test.ts',
    title: 'when its endpoint has changed, even though its place has not',
  },
  {
    what: 'An update without the right version is answered with a code that means nothing',
    avoided: 'control-plane/api/rules/update-check.ts names both versions',
    file: 'rules/api/update-check.test.ts',
    title: 'is refused from any other, naming both',
  },
  {
    what: 'The orchestrator of jobs goes on when its manager no longer leads',
    avoided: 'one orchestrator for all modes, ended with the other leader rooms',
    file: 'rules/manager/leader-rooms.test.ts',
    title: 'begin when this manager leads and end, last-started first, when it does not',
  },
  {
    what: 'When a node changes, tasks of one global service are judged by another',
    avoided: 'orchestrator/rules/service.ts looks at one service at a time',
    file: `${ORCHESTRATOR}/global.test.ts`,
    title: 'is judged by its own constraints, whatever others there are',
  },
  {
    what: 'A task of a global service that is removed by hand is not made again',
    avoided: 'orchestrator-loop.ts remembers whose a task was',
    file: `${ORCHESTRATOR}/global.test.ts`,
    title: 'get their task back when somebody removed it by hand',
  },
  {
    what: 'A global job takes no notice of nodes that join',
    avoided: 'orchestrator-loop.ts looks at all services with tasks per node when a node changes',
    file: `${ORCHESTRATOR}/global-job.test.ts`,
    title: 'takes in nodes that join while it goes on, and none afterwards',
  },
  {
    what: 'max-attempts of a global job is ignored',
    avoided: 'restarts are counted in the task, in slots and on nodes alike',
    file: `${ORCHESTRATOR}/global-job.test.ts`,
    title: 'counts the attempts of each node, and fails when one has none left',
  },
  {
    what: 'A replicated job fills a slot that has no attempts left for ever',
    avoided: 'orchestrator/rules/job.ts gives the slot up, and the run fails in the end',
    file: `${ORCHESTRATOR}/job.test.ts`,
    title: 'gives up a slot without attempts left, goes on with the others, and has failed in the end',
  },
  {
    what: 'A job with more tasks than it may have counts below zero, and is stuck',
    avoided: 'orchestrator/rules/job.ts starts none then',
    file: `${ORCHESTRATOR}/job.test.ts`,
    title: 'starts none when more are there than it may have',
  },
  {
    what: 'The time to wait for the old task to stop is counted from before the restart delay',
    avoided: 'orchestrator/rules/restart.ts adds it to the delay',
    file: `${ORCHESTRATOR}/restart.test.ts`,
    title: 'waits for the old task to stop, a minute after the delay at most',
  },
  {
    what: 'A new task that stays pending blocks a rollout for ever',
    avoided: 'the progress deadline makes it a failure',
    file: `${ORCHESTRATOR}/rollout-failures.test.ts`,
    title: 'when it does not run within the progress deadline (regression: a pending task blocks for ever)',
  },
  {
    what: 'A task that did its work quickly counts as a failure of the rollout',
    avoided: 'orchestrator/rules/rollout-slot.ts asks the restart policy',
    file: `${ORCHESTRATOR}/rollout-failures.test.ts`,
    title:
      'but not when it did its work and is not to be restarted (regression: quick tasks count as failed)',
  },
  {
    what: 'A rollback that was paused by a failure is overwritten by its completion',
    avoided: 'orchestrator/rules/rollout-progress.ts moves on from an active state only',
    file: `${ORCHESTRATOR}/rollout-failures.test.ts`,
    title: 'of a rollback is paused, and stays paused (regression: overwritten by its completion)',
  },
  {
    what: 'Restarts are counted anew by each leader',
    avoided: 'counts stand in the task',
    file: 'sim/leader-loops.test.ts',
    title: 'restart as often as the policy says, whoever leads, and begin anew with a new revision',
  },
  {
    what: 'A change of leader forgets what a rollout has failed with, and what it waits for',
    avoided: 'progress is read from the tasks',
    file: 'sim/leader-loops.test.ts',
    title: 'go on with a rollout and its restarts under another leader',
  },
  {
    what: 'A gap in the assignments is asked to be filled again and again',
    avoided: 'agent/session.ts asks for everything once',
    file: 'wire/agent-session.test.ts',
    title: 'asks for everything again when a message of assignments is missing',
  },
  {
    what: 'What is wrong with generic resources is found out, and then accepted',
    avoided: 'proto/model/generic-resources.ts throws for the first that is wrong',
    file: 'rules/model/generic-resources.test.ts',
    title: 'is refused whichever of them is wrong',
  },
  {
    what: 'A new leader forgets which nodes keep failing a service',
    avoided: 'the scheduler takes the failures in from the tasks that are kept',
    file: 'rules/scheduler/scheduler-loop.test.ts',
    title: 'counts a failure once that it hears of while it is still taking in what is stored',
  },
  {
    what: 'What is decided depends on the order of maps',
    avoided: 'every order ends with the id',
    file: 'sim/storm.test.ts',
    title: 'has the same history again with the same seed',
  },
];
