import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import {
  addAuthenticator,
  type VirtualAuthenticator,
} from '../testing/virtual-authenticator.test.support.ts'
import { createBrowserPasskeys } from './browser-passkeys.ts'

// These tests use a real browser with a virtual authenticator.

const { signal } = new AbortController()
const code = (expected: string) => expect.objectContaining({ name: 'AuthError', code: expected })
const challenge = 'AAECAwQFBgcICQoLDA0ODw'
const creation = {
  challenge,
  rp: { id: 'localhost', name: 'localhost' },
  user: { id: 'YW5h', name: 'ana', displayName: 'Ana' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  excludeCredentials: [] as object[],
}

let authenticator: VirtualAuthenticator

beforeEach(async () => {
  authenticator = await addAuthenticator()
})

afterEach(async () => {
  await authenticator.remove()
  vi.restoreAllMocks()
})

/** Makes a passkey. Returns its descriptor and the options that ask for it. */
async function register(passkeys = createBrowserPasskeys()) {
  const { id } = await passkeys.create(creation, { signal })
  const descriptor = { type: 'public-key', id }
  return {
    passkeys,
    descriptor,
    asked: { challenge, rpId: 'localhost', allowCredentials: [descriptor] },
  }
}

test('a signed challenge has the JSON of the browser', async () => {
  const { passkeys, asked } = await register()
  const get = vi.spyOn(navigator.credentials, 'get')
  const credential = await passkeys.get(asked, { signal })
  const native = (await get.mock.results[0]?.value) as PublicKeyCredential
  expect(credential).toEqual(native.toJSON())
})

test('a new passkey has the JSON of the browser', async () => {
  const create = vi.spyOn(navigator.credentials, 'create')
  const credential = await createBrowserPasskeys().create(creation, { signal })
  const native = (await create.mock.results[0]?.value) as PublicKeyCredential
  expect(credential).toEqual(native.toJSON())
})

test('a second passkey for the same user is refused', async () => {
  const { passkeys, descriptor } = await register()
  await expect(
    passkeys.create({ ...creation, excludeCredentials: [descriptor] }, { signal }),
  ).rejects.toEqual(code('passkey-exists'))
})

describe('a failed user verification', () => {
  test('is a cancelled passkey', async () => {
    const { passkeys, asked } = await register()
    await authenticator.setVerified(false)
    const strict = { ...asked, userVerification: 'required' }
    await expect(passkeys.get(strict, { signal })).rejects.toEqual(code('passkey-cancelled'))
  })
})

describe('a pending ceremony', () => {
  test('is cancelled by the next one', async () => {
    const { passkeys, asked } = await register()
    await authenticator.setPresence(false)
    const first = passkeys.get(asked, { signal, conditional: true })
    const refused = first.catch((error: unknown) => error)
    await new Promise((done) => setTimeout(done, 100))
    await authenticator.setPresence(true)
    const second = passkeys.get(asked, { signal })
    expect(await refused).toEqual(code('cancelled'))
    expect(await second).toMatchObject({ id: asked.allowCredentials[0]?.id })
  })

  test('ends when its signal aborts', async () => {
    const { passkeys, asked } = await register()
    await authenticator.setPresence(false)
    const controller = new AbortController()
    const first = passkeys.get(asked, { signal: controller.signal })
    setTimeout(() => controller.abort(), 50)
    await expect(first).rejects.toEqual(code('cancelled'))
  })
})

test('the relying party id of another domain is a mismatch', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { passkeys, asked } = await register()
  const foreign = { ...asked, rpId: 'evil.example' }
  await expect(passkeys.get(foreign, { signal })).rejects.toEqual(code('passkey-mismatch'))
  expect(warn).toHaveBeenCalledOnce()
})

test('a frame without the permission for passkeys is unsupported', async () => {
  const frame = document.createElement('iframe')
  frame.allow = "publickey-credentials-get 'none'"
  frame.srcdoc = '<p>Frame</p>'
  document.body.append(frame)
  await new Promise((done) => frame.addEventListener('load', done))
  const inner = frame.contentWindow!.navigator.credentials
  vi.spyOn(navigator.credentials, 'get').mockImplementation((options) => inner.get(options))
  const asked = { challenge, rpId: 'localhost', allowCredentials: [] }
  await expect(createBrowserPasskeys().get(asked, { signal })).rejects.toEqual(
    code('passkey-unsupported'),
  )
  frame.remove()
})

test('mayPrompt is true after a press', async () => {
  const { mayPrompt, canAutofill } = createBrowserPasskeys()
  expect(await canAutofill?.()).toBe(true)
  expect(mayPrompt()).toBe(navigator.userActivation.isActive)
  const button = document.createElement('button')
  button.textContent = 'Press'
  document.body.append(button)
  await page.getByRole('button', { name: 'Press' }).click()
  expect(mayPrompt()).toBe(true)
  button.remove()
})
