// The simulator beside cognito-local, over HTTP; what a sign-in costs is the time of the server's core.
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  answerVerifier,
  createSrpClient,
} from '../../packages/simulator/src/testing/srp-client.test.support.ts'
import { startCognitoLocal } from './cognito-local.mjs'
import { agent, post } from './post.mjs'

const password = 'Pa55word!'
const used = 3000 // sign-ins until a server counts as used

export async function benchSimulator(peers) {
  const [few, many, local] = await Promise.all([
    startOurs(10),
    startOurs(100_000),
    startLocal(peers),
  ])
  const rows = []
  try {
    await measure(few, 100, signInBySrp) // warm
    await measure(many, 100, signInBySrp)
    await measure(few, 100, signInByPassword)
    await measure(local, 100, signInByPassword)

    // The other one keeps every sign-in in one file, so that each makes the next one slower.
    const fresh = await measureBoth(few, local, 400)
    await measure(few, used - 500, signInByPassword)
    await measure(local, used - 500, signInByPassword)
    const worn = await measureBoth(few, local, 400)

    const srp = { few: [], many: [] }
    for (let round = 0; round < 5; round++) {
      srp.few.push(await measure(few, 200, signInBySrp))
      // Of the 100,000 the same ten: who comes for the first time needs a verifier as well.
      srp.many.push(await measure({ ...many, users: 10 }, 200, signInBySrp))
    }
    const all = await measure(many, 10_000, signInBySrp)

    const row = (of, { perSecond, cost, refused }) => {
      const ours = { 'a second': Math.round(perSecond), 'ms of a core': round2(cost), refused }
      rows.push({ of, ...ours })
    }
    const [atTen, atMany] = [middle(srp.few), middle(srp.many)]
    row('password, sallyport, at first', fresh.ours)
    row('password, cognito-local, at first', fresh.local)
    row(`password, sallyport, after ${used} sign-ins`, worn.ours)
    row(`password, cognito-local, after ${used} sign-ins`, worn.local)
    row('SRP, 10 users', atTen)
    row('SRP, 100,000 users', atMany)
    row('SRP, 10,000 sign-ins of random users', all)
    const faster = ({ ours, local: theirs }) => ours.perSecond / theirs.perSecond
    const difference = atMany.cost / atTen.cost - 1
    return {
      rows,
      goals: [
        goal(
          `8 times as many as cognito-local, after ${used} sign-ins each`,
          faster(worn) >= 8,
          `${faster(worn).toFixed(1)} times (${faster(fresh).toFixed(1)} at first)`,
        ),
        goal(
          '100 SRP sign-ins a second of one core',
          atTen.cost <= 10,
          `${Math.round(1000 / atTen.cost)}`,
        ),
        goal(
          'as dear with 100,000 users as with 10, give or take 10 %',
          Math.abs(difference) <= 0.1,
          `${(100 * difference).toFixed(1)} %`,
        ),
        goal('0 of 10,000 refused', all.refused === 0, `${all.refused}`),
      ],
    }
  } finally {
    agent.destroy()
    for (const server of [few, many, local]) server.stop()
  }
}

/** In turns, so that whatever else the machine does hits both. */
async function measureBoth(few, local, count) {
  const both = { ours: [], local: [] }
  for (let round = 0; round < 4; round++) {
    both.ours.push(await measure(few, count / 4, signInByPassword))
    both.local.push(await measure(local, count / 4, signInByPassword))
  }
  return { ours: middle(both.ours), local: middle(both.local) }
}

/** Four at a time. */
async function measure(server, count, signIn) {
  let [next, refused] = [0, 0]
  const [from, busy] = [performance.now(), await server.usage()]
  const client = async () => {
    while (next < count) {
      next += 1
      const answer = await signIn(server, server.name(Math.floor(Math.random() * server.users)))
      if (!answer.AuthenticationResult) refused += 1
    }
  }
  await Promise.all([client(), client(), client(), client()])
  const cost = ((await server.usage()) - busy) / count
  return { perSecond: (count / (performance.now() - from)) * 1000, cost, refused }
}

function signInByPassword({ url, clientId }, USERNAME) {
  return post(url, 'InitiateAuth', {
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: password },
  })
}

async function signInBySrp({ url, clientId }, USERNAME) {
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')
  const client = createSrpClient(BigInt(`0x${secret}`))
  const { ChallengeParameters } = await post(url, 'InitiateAuth', {
    ClientId: clientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME, SRP_A: client.SRP_A },
  })
  return post(url, 'RespondToAuthChallenge', {
    ClientId: clientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: answerVerifier(client, ChallengeParameters, password, { at: Date.now() }),
  })
}

async function startOurs(users) {
  const file = fileURLToPath(new URL('simulator-server.mjs', import.meta.url))
  const child = fork(file, [String(users)])
  const { url, clientId } = await message(child)
  async function usage() {
    child.send('usage')
    const { user, system } = await message(child)
    return (user + system) / 1000
  }
  return { url, clientId, users, name: (n) => `user${n}`, usage, stop: () => child.kill() }
}

async function startLocal(peers) {
  const local = await startCognitoLocal(peers)
  const name = (n) => `user${n}@example.com` // it takes no other names
  for (let n = 0; n < 10; n++) await local.addUser(name(n), password)
  return { ...local, users: 10, name, usage: async () => usageOf(local.pid) }
}

/** Of somebody else's process; only Linux tells. */
function usageOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

function message(child) {
  return new Promise((resolve) => child.once('message', resolve))
}

function middle(measured) {
  return measured.toSorted((a, b) => a.cost - b.cost)[measured.length >> 1]
}

function goal(text, met, seen) {
  return { goal: text, met, seen }
}

function round2(number) {
  return Number(number.toFixed(2))
}
