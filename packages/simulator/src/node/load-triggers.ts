/// <reference types="node" />
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Triggers } from '../triggers.ts'

/** Loads an ES module whose exports are triggers. Throws if it exports none. */
export async function loadTriggers(path: string): Promise<Triggers> {
  const module = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>
  const found = Object.entries(module).filter(([name, value]) => {
    return Object.hasOwn(names, name) && typeof value === 'function'
  })
  if (found.length === 0) {
    throw new Error(`${path} exports no trigger: ${Object.keys(names).join(', ')}`)
  }
  return Object.fromEntries(found)
}

const names = {
  createAuthChallenge: true,
  customMessage: true,
  defineAuthChallenge: true,
  postAuthentication: true,
  preAuthentication: true,
  preSignUp: true,
  preTokenGeneration: true,
  userMigration: true,
  verifyAuthChallengeResponse: true,
} satisfies Record<keyof Triggers, true>
