/**
 * The groups that commands come in, as help lists them: first word of the command, and what it is about.
 */

/** What each group of commands is about. */
export const GROUPS: Readonly<Record<string, string>> = {
  swarm: 'Start, join and leave a cluster',
  cluster: 'The state of the cluster: look at it, keep it, bring it back',
  node: 'The nodes of the cluster',
  service: 'Services: what should run',
  network: 'Networks: what connects tasks',
  task: 'Tasks: what runs',
};
