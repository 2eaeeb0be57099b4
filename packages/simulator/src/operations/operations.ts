import { adminAddUserToGroup } from './admin-add-user-to-group.ts'
import { adminConfirmSignUp } from './admin-confirm-sign-up.ts'
import { adminCreateUser } from './admin-create-user.ts'
import { adminDeleteUser } from './admin-delete-user.ts'
import { adminDisableUser } from './admin-disable-user.ts'
import { adminEnableUser } from './admin-enable-user.ts'
import { adminForgetDevice } from './admin-forget-device.ts'
import { adminGetDevice } from './admin-get-device.ts'
import { adminGetUser } from './admin-get-user.ts'
import { adminInitiateAuth } from './admin-initiate-auth.ts'
import { adminListDevices } from './admin-list-devices.ts'
import { adminListGroupsForUser } from './admin-list-groups-for-user.ts'
import { adminRemoveUserFromGroup } from './admin-remove-user-from-group.ts'
import { adminResetUserPassword } from './admin-reset-user-password.ts'
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge.ts'
import { adminSetUserMfaPreference } from './admin-set-user-mfa-preference.ts'
import { adminSetUserPassword } from './admin-set-user-password.ts'
import { adminUpdateDeviceStatus } from './admin-update-device-status.ts'
import { adminUpdateUserAttributes } from './admin-update-user-attributes.ts'
import { adminUserGlobalSignOut } from './admin-user-global-sign-out.ts'
import { associateSoftwareToken } from './associate-software-token.ts'
import { completeWebAuthnRegistration } from './complete-web-authn-registration.ts'
import { confirmDevice } from './confirm-device.ts'
import { createGroup } from './create-group.ts'
import { createUserPoolClient } from './create-user-pool-client.ts'
import { createUserPool } from './create-user-pool.ts'
import { deleteUserPoolClient } from './delete-user-pool-client.ts'
import { deleteUserPool } from './delete-user-pool.ts'
import { deleteWebAuthnCredential } from './delete-web-authn-credential.ts'
import { describeUserPoolClient } from './describe-user-pool-client.ts'
import { describeUserPool } from './describe-user-pool.ts'
import { forgetDevice } from './forget-device.ts'
import { getDevice } from './get-device.ts'
import { getTokensFromRefreshToken } from './get-tokens-from-refresh-token.ts'
import { getUserAuthFactors } from './get-user-auth-factors.ts'
import { getUserPoolMfaConfig } from './get-user-pool-mfa-config.ts'
import { getUserPoolSessionConfiguration } from './get-user-pool-session-configuration.ts'
import { getUser } from './get-user.ts'
import { globalSignOut } from './global-sign-out.ts'
import { initiateAuth } from './initiate-auth.ts'
import { listDevices } from './list-devices.ts'
import { listUserPoolClients } from './list-user-pool-clients.ts'
import { listUserPools } from './list-user-pools.ts'
import { listUserSessions } from './list-user-sessions.ts'
import { listUsers } from './list-users.ts'
import { listWebAuthnCredentials } from './list-web-authn-credentials.ts'
import type { Operation } from './operation.ts'
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts'
import { revokeToken } from './revoke-token.ts'
import { revokeUserSession } from './revoke-user-session.ts'
import { setUserMfaPreference } from './set-user-mfa-preference.ts'
import { setUserPoolMfaConfig } from './set-user-pool-mfa-config.ts'
import { setUserPoolSessionConfiguration } from './set-user-pool-session-configuration.ts'
import { startWebAuthnRegistration } from './start-web-authn-registration.ts'
import { updateDeviceStatus } from './update-device-status.ts'
import { updateUserPoolClient } from './update-user-pool-client.ts'
import { updateUserPool } from './update-user-pool.ts'
import { verifySoftwareToken } from './verify-software-token.ts'

/** The operations by their name on the wire. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['AdminAddUserToGroup', adminAddUserToGroup],
  ['AdminConfirmSignUp', adminConfirmSignUp],
  ['AdminCreateUser', adminCreateUser],
  ['AdminDeleteUser', adminDeleteUser],
  ['AdminDisableUser', adminDisableUser],
  ['AdminEnableUser', adminEnableUser],
  ['AdminForgetDevice', adminForgetDevice],
  ['AdminGetDevice', adminGetDevice],
  ['AdminGetUser', adminGetUser],
  ['AdminInitiateAuth', adminInitiateAuth],
  ['AdminListDevices', adminListDevices],
  ['AdminListGroupsForUser', adminListGroupsForUser],
  ['AdminRemoveUserFromGroup', adminRemoveUserFromGroup],
  ['AdminResetUserPassword', adminResetUserPassword],
  ['AdminRespondToAuthChallenge', adminRespondToAuthChallenge],
  ['AdminSetUserMFAPreference', adminSetUserMfaPreference],
  ['AdminSetUserPassword', adminSetUserPassword],
  ['AdminUpdateDeviceStatus', adminUpdateDeviceStatus],
  ['AdminUpdateUserAttributes', adminUpdateUserAttributes],
  ['AdminUserGlobalSignOut', adminUserGlobalSignOut],
  ['AssociateSoftwareToken', associateSoftwareToken],
  ['CompleteWebAuthnRegistration', completeWebAuthnRegistration],
  ['ConfirmDevice', confirmDevice],
  ['CreateGroup', createGroup],
  ['CreateUserPool', createUserPool],
  ['CreateUserPoolClient', createUserPoolClient],
  ['DeleteUserPool', deleteUserPool],
  ['DeleteUserPoolClient', deleteUserPoolClient],
  ['DeleteWebAuthnCredential', deleteWebAuthnCredential],
  ['DescribeUserPool', describeUserPool],
  ['DescribeUserPoolClient', describeUserPoolClient],
  ['ForgetDevice', forgetDevice],
  ['GetDevice', getDevice],
  ['GetTokensFromRefreshToken', getTokensFromRefreshToken],
  ['GetUser', getUser],
  ['GetUserAuthFactors', getUserAuthFactors],
  ['GetUserPoolMfaConfig', getUserPoolMfaConfig],
  ['GetUserPoolSessionConfiguration', getUserPoolSessionConfiguration],
  ['GlobalSignOut', globalSignOut],
  ['InitiateAuth', initiateAuth],
  ['ListDevices', listDevices],
  ['ListUserPoolClients', listUserPoolClients],
  ['ListUserPools', listUserPools],
  ['ListUserSessions', listUserSessions],
  ['ListUsers', listUsers],
  ['ListWebAuthnCredentials', listWebAuthnCredentials],
  ['RespondToAuthChallenge', respondToAuthChallenge],
  ['RevokeToken', revokeToken],
  ['RevokeUserSession', revokeUserSession],
  ['SetUserMFAPreference', setUserMfaPreference],
  ['SetUserPoolMfaConfig', setUserPoolMfaConfig],
  ['SetUserPoolSessionConfiguration', setUserPoolSessionConfiguration],
  ['StartWebAuthnRegistration', startWebAuthnRegistration],
  ['UpdateDeviceStatus', updateDeviceStatus],
  ['UpdateUserPool', updateUserPool],
  ['UpdateUserPoolClient', updateUserPoolClient],
  ['VerifySoftwareToken', verifySoftwareToken],
])
