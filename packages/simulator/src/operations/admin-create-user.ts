import { claimAliases } from '../pool/aliases.ts'
import { checkAttributes, writeAttributes } from '../pool/attributes.ts'
import { checkPassword, newPassword, setPassword } from '../pool/passwords.ts'
import type { Pool, User } from '../pool/pool.ts'
import { readNameAttributes } from '../pool/read-name-attributes.ts'
import { addUser, findUser, newUser } from '../pool/users.ts'
import type { Service } from '../service.ts'
import { hasTrigger, runTrigger } from '../sign-in/run-trigger.ts'
import { writeMessage } from '../sign-in/write-message.ts'
import { attributes, clientMetadata, password, username, userPoolId } from '../wire/fields.ts'
import { invalidParameter, ServiceException } from '../wire/service-exception.ts'
import { flag, list, required, struct, text } from '../wire/shape.ts'
import { describeUser, fromNamesAndValues, toNamesAndValues } from './describe-user.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

interface Invitation {
  service: Service
  pool: Pool
  username: string
  attributes: Record<string, string>
  validationData: Record<string, string>
  clientMetadata: Record<string, string> | undefined
  forceAlias: boolean
}

export const adminCreateUser: Operation = operation(
  struct({
    ClientMetadata: clientMetadata,
    DesiredDeliveryMediums: list(text({ values: ['SMS', 'EMAIL'] })),
    ForceAliasCreation: flag(),
    MessageAction: text({ values: ['RESEND', 'SUPPRESS'] }),
    TemporaryPassword: password,
    UserAttributes: attributes,
    UserPoolId: required(userPoolId),
    Username: required(username),
    ValidationData: attributes,
  }),
  async (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    const temporaryPassword = request.TemporaryPassword || newPassword(pool.passwordPolicy)
    checkPassword(pool, undefined, temporaryPassword)
    const user =
      request.MessageAction === 'RESEND'
        ? findInvitedUser(pool, request.Username)
        : await createInvitedUser({
            service,
            pool,
            username: request.Username,
            attributes: fromNamesAndValues(request.UserAttributes),
            validationData: fromNamesAndValues(request.ValidationData),
            clientMetadata: request.ClientMetadata,
            forceAlias: request.ForceAliasCreation ?? false,
          })
    const isSuppressed = request.MessageAction === 'SUPPRESS'
    // Nobody would learn a generated password, and a code makes it unnecessary.
    const isPasswordless = isSuppressed && !request.TemporaryPassword && canReceiveCode(pool, user)
    if (isPasswordless) user.status = 'CONFIRMED'
    else setPassword(user, temporaryPassword, service.clock.now())
    if (!isSuppressed) {
      const sender = { service, pool, clientId: 'CLIENT_ID_NOT_APPLICABLE', user }
      for (const medium of chooseMediums(user, request.DesiredDeliveryMediums)) {
        const destination = user.attributes[medium === 'SMS' ? 'phone_number' : 'email']!
        const draft = { medium, destination, code: temporaryPassword, reason: 'AdminCreateUser' }
        await writeMessage({ ...sender, clientMetadata: request.ClientMetadata }, draft)
      }
    }
    return { User: { ...describeUser(user), Attributes: toNamesAndValues(user) } }
  },
)

async function createInvitedUser(invitation: Invitation): Promise<User> {
  const { service, pool, username: typedName } = invitation
  checkNameIsFree(pool, typedName)
  const changes = { ...readNameAttributes(pool, typedName), ...invitation.attributes }
  checkAttributes(pool, changes)
  if (invitation.attributes.sub !== undefined)
    throw invalidParameter('user.sub: Attribute cannot be updated.')
  claimAliases(pool, undefined, changes, { force: invitation.forceAlias })

  const sub = crypto.randomUUID()
  const now = service.clock.now()
  const user = newUser(pool.usernameAttributes.length > 0 ? sub : typedName, sub, now)
  user.status = 'FORCE_CHANGE_PASSWORD'
  writeAttributes(user, changes, now)
  await runPreSignUp(invitation, user)
  // A concurrent request may have taken the name while the trigger ran.
  checkNameIsFree(pool, typedName)
  addUser(pool, user)
  return user
}

function checkNameIsFree(pool: Pool, name: string): void {
  if (!findUser(pool, name)) return
  throw new ServiceException('UsernameExistsException', 'User account already exists')
}

async function runPreSignUp(invitation: Invitation, user: User): Promise<void> {
  const { service, pool, validationData } = invitation
  if (!hasTrigger(pool, 'preSignUp')) return
  await runTrigger({
    service,
    pool,
    clientId: 'CLIENT_ID_NOT_APPLICABLE',
    name: 'preSignUp',
    sourceSuffix: 'AdminCreateUser',
    user,
    username: user.username,
    request: {
      validationData,
      ...(invitation.clientMetadata && { clientMetadata: invitation.clientMetadata }),
    },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  })
}

function findInvitedUser(pool: Pool, name: string): User {
  const user = findExistingUser(pool, name)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return user
  const message = 'Resend not possible. User status is not FORCE_CHANGE_PASSWORD'
  throw new ServiceException('UnsupportedUserStateException', message)
}

/** Whether the user can sign in by a code to a verified address. */
function canReceiveCode({ firstFactors }: Pool, user: User): boolean {
  return (
    (firstFactors.includes('EMAIL_OTP') && user.attributes.email_verified === 'true') ||
    (firstFactors.includes('SMS_OTP') && user.attributes.phone_number_verified === 'true')
  )
}

/** The requested media for which the user has an address. By default one of them, e-mail first. */
function chooseMediums(user: User, requestedMediums: string[] | undefined): ('SMS' | 'EMAIL')[] {
  const availableMediums = (['EMAIL', 'SMS'] as const).filter((medium) => {
    return user.attributes[medium === 'SMS' ? 'phone_number' : 'email'] !== undefined
  })
  return requestedMediums?.length
    ? availableMediums.filter((each) => requestedMediums.includes(each))
    : availableMediums.slice(0, 1)
}
