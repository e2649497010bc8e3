/**
 * The methods of the control service that one room file answers.
 */
import type { Handlers } from '../../proto/base/rpc.js';
import type { ControlService } from '../../proto/gen/control.js';

export type ControlHandlers<Names extends keyof Handlers<typeof ControlService>> = Pick<
  Handlers<typeof ControlService>,
  Names
>;
