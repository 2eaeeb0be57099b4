import { questions } from './questions.scenarios.ts'
import type { Scenario, ScenarioGroup } from './scenario.ts'
import { secondFactor } from './second-factor.scenarios.ts'
import { setUp } from './set-up.scenarios.ts'
import { trouble } from './trouble.scenarios.ts'
import { ways } from './ways.scenarios.ts'

export const scenarioGroups: ScenarioGroup[] = [secondFactor, ways, setUp, questions, trouble]

const fallback = secondFactor.scenarios[0] as Scenario

export function findScenario(id: string | null): Scenario {
  const all = scenarioGroups.flatMap(({ scenarios }) => scenarios)
  return all.find((scenario) => scenario.id === id) ?? fallback
}
