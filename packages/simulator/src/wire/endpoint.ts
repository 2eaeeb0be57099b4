import type { Service } from '../service.ts'
import type { Simulator } from '../simulator.ts'
import type { FaultPlan } from './faults.ts'

/** What the answers of the simulator's endpoint are made from. */
export interface Endpoint {
  service: Service
  simulator: Simulator
  faults: FaultPlan
  /** Adds an operation to `simulator.requests`. */
  recordRequest: (operation: string) => void
}
