/**
 * version: this program's, and those of the swarmd and the engine it talks to.
 */
import { VERSION } from '../../../proto/base/version.js';
import { errorText, exitCodeForError } from '../rules/error-text.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { listFormat } from '../rules/format.js';
import { section } from '../rules/pretty-text.js';
import type { Invocation, Session } from '../session.js';

export async function showVersion({ flags }: Invocation, session: Session): Promise<ExitCode> {
  const format = listFormat(flags);
  const client = { Version: VERSION, NodeVersion: process.version };
  let server: Awaited<ReturnType<typeof serverVersion>> | undefined;
  let failure: unknown;
  try {
    server = await serverVersion(session);
  } catch (error) {
    session.signal.throwIfAborted();
    failure = error;
  }
  const versions = { Client: client, ...(server && { Server: server }) };
  if (format.kind === 'json') session.output.line(JSON.stringify(versions));
  else if (format.kind !== 'table') session.output.line(format.template({ fields: versions }));
  else {
    session.output.line(
      ['Client:', ...section(' Version', client.Version), ...section(' Node.js', client.NodeVersion)].join(
        '\n',
      ),
    );
    if (server !== undefined) {
      const { Version, EngineVersion, NodeID, State } = server;
      session.output.line(
        [
          '\nServer:',
          ...section(' Version', Version),
          ...section(' Engine', EngineVersion),
          ...section(' Node', NodeID),
          ...section(' State', State),
        ].join('\n'),
      );
    }
  }
  if (server !== undefined) return EXIT.ok;
  session.output.note(errorText(failure));
  return exitCodeForError(failure);
}

async function serverVersion(
  session: Session,
): Promise<{ Version: string; EngineVersion: string; NodeID: string; State: string }> {
  const { connection } = session;
  if (!connection.isLocal) {
    const control = await connection.control();
    const { version, nodeId } = await control.getCluster({}, connection.callOptions);
    return { Version: version, EngineVersion: '', NodeID: nodeId, State: 'active' };
  }
  const local = await connection.local();
  const status = await local.status({}, { ...connection.callOptions, timeoutMs: 5000 });
  return {
    Version: status.version,
    EngineVersion: status.engineVersion,
    NodeID: status.nodeId,
    State: status.state,
  };
}
