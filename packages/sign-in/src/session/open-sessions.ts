import { createSessions, type Sessions, type SessionsOptions } from './create-sessions.ts'
import { createSessionRecords, type SessionRecordsOptions } from './token-storage.ts'

/** The sessions of one app client, with the storage of their tokens. */
export function openSessions(
  options: Omit<SessionsOptions, 'records'> & SessionRecordsOptions,
): Sessions {
  return createSessions({ ...options, records: createSessionRecords(options) })
}
