import type { Service } from '../service.ts'
import type { Simulator } from '../simulator.ts'
import type { FaultPlan } from './faults.ts'

/** What the request handlers of a simulator work on. */
export interface Endpoint {
  service: Service
  simulator: Simulator
  faults: FaultPlan
  /** Adds an operation to `simulator.requests`. */
  recordRequest: (operation: string) => void
}
