/**
 * Which services stay apart, and which ones a name means. What the newest spec of a service says holds for all
 * its tasks, whatever revision they were made from: a change of placement alone leaves them where they are.
 * Names are compared without minding case.
 */
import type { ServiceSpec } from '../../../proto/gen/objects.js';

/** A service whose tasks may not be on one node with those of another. */
export interface Apart {
  readonly serviceId: string;
  readonly name: string;
  /** Which of the two says so; both may, and then there is one of each. */
  readonly saidBy: 'itself' | 'the other';
}

interface Known {
  readonly name: string;
  /** In lower case. */
  readonly apartFrom: readonly string[];
}

export class Apartness {
  readonly #knownById = new Map<string, Known>();
  /** Name in lower case → services of that name; more than one while an old one goes. */
  readonly #idsByName = new Map<string, Set<string>>();
  /** Name in lower case → services that stay apart from those of that name. */
  readonly #idsByOther = new Map<string, Set<string>>();

  /** The service as its newest spec has it; undefined when there is none any more. */
  setService(id: string, spec: ServiceSpec | undefined): void {
    const before = this.#knownById.get(id);
    if (before !== undefined) {
      remove(this.#idsByName, before.name.toLowerCase(), id);
      for (const other of before.apartFrom) remove(this.#idsByOther, other, id);
    }
    if (spec === undefined) {
      this.#knownById.delete(id);
      return;
    }
    const apartFrom = (spec.task?.placement?.apartFrom ?? []).map((name) => name.toLowerCase());
    this.#knownById.set(id, { name: spec.name, apartFrom });
    add(this.#idsByName, spec.name.toLowerCase(), id);
    for (const other of apartFrom) add(this.#idsByOther, other, id);
  }

  /** The services of this name, by id. */
  named(name: string): readonly string[] {
    return [...(this.#idsByName.get(name.toLowerCase()) ?? [])].toSorted();
  }

  /** All that the service and they stay apart, whichever of them says so; those that it names itself first. */
  of(serviceId: string): readonly Apart[] {
    const known = this.#knownById.get(serviceId);
    if (known === undefined) return NONE;
    const askedFor = known.apartFrom.flatMap((name) => this.named(name));
    const asking = this.#idsByOther.get(known.name.toLowerCase()) ?? [];
    const apart = (id: string, saidBy: Apart['saidBy']): Apart => ({
      serviceId: id,
      name: this.#knownById.get(id)?.name ?? '',
      saidBy,
    });
    return [
      ...askedFor.map((id) => apart(id, 'itself')),
      ...[...asking].toSorted().map((id) => apart(id, 'the other')),
    ];
  }
}

const NONE: readonly Apart[] = [];

function add(idsByName: Map<string, Set<string>>, name: string, id: string): void {
  const ids = idsByName.get(name);
  if (ids === undefined) idsByName.set(name, new Set([id]));
  else ids.add(id);
}

function remove(idsByName: Map<string, Set<string>>, name: string, id: string): void {
  const ids = idsByName.get(name);
  ids?.delete(id);
  if (ids?.size === 0) idsByName.delete(name);
}
