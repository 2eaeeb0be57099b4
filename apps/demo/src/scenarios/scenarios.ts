import { questions } from './questions.scenarios.ts'
import type { Scenario, ScenarioGroup } from './scenario.ts'
import { secondFactor } from './second-factor.scenarios.ts'
import { setUp } from './set-up.scenarios.ts'
import { trouble } from './trouble.scenarios.ts'
import { signInMethods } from './sign-in-methods.scenarios.ts'

export const scenarioGroups: ScenarioGroup[] = [
  secondFactor,
  signInMethods,
  setUp,
  questions,
  trouble,
]

const fallback = secondFactor.scenarios[0] as Scenario

export function findScenario(id: string | null): Scenario {
  const all = scenarioGroups.flatMap(({ scenarios }) => scenarios)
  return all.find((scenario) => scenario.id === id) ?? fallback
}
