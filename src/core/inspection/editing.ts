/** The language service as a verb of the inspector worker. */
import { service, type Service } from '../service/index.ts';

export type Editing = Service;
export type EditingVerb = keyof Service;

/** A question to the service, as data. */
export interface EditingQuestion<K extends EditingVerb = EditingVerb> {
  readonly verb: K;
  readonly args: Parameters<Service[K]>;
}

export interface EditingApi {
  editing(question: EditingQuestion): ReturnType<Service[EditingVerb]>;
}

export const editing: EditingApi = {
  editing({ verb, args }) {
    const answer = service[verb] as (...args: unknown[]) => ReturnType<Service[EditingVerb]>;
    return answer(...args);
  },
};
