import { currentPassword, username } from '../../protocol/credential-fields.ts'

export const signInFields = { username, password: currentPassword }
