/**
 * Wire format of the sessions between agents and dispatchers: an agent says which one it speaks, and a
 * dispatcher refuses one that it does not know.
 */
export const SESSION_FORMAT = 1;
