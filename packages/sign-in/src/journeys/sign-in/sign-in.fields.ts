import { currentPassword, username } from '../../protocol/fields.ts'

export const signInFields = { username, password: currentPassword }
