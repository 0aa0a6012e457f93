import type { Codes } from '~/data/mfa'

export type DeviceKind = 'passkey' | 'app' | 'hardware'
export type DeviceForm = { name: string; kind: DeviceKind }

const CHARACTERS = /^[\w+=,.@-]+$/
const LONGEST = 128

export function deviceNameProblem(name: string) {
  if (name === '') return 'Enter a device name.'
  if (name.length > LONGEST) return `A device name has at most ${LONGEST} characters.`
  if (!CHARACTERS.test(name))
    return 'Use alphanumeric characters and + = , . @ - _ in a device name.'
  return undefined
}

export const kindProblem = (kind: DeviceKind) =>
  kind === 'app'
    ? undefined
    : 'A simulation in a browser has no such device. Choose Authenticator app.'

export const newCodes: Codes = { code1: '', code2: '' }

export function codeProblem(code: string) {
  if (code === '') return 'Enter the code that the device shows.'
  return /^\d{6}$/.test(code) ? undefined : 'A code has 6 digits.'
}

export const areCodes = ({ code1, code2 }: Codes) =>
  !codeProblem(code1) && !codeProblem(code2)
