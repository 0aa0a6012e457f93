/** Hardware tokens go by a serial number of their own, all others by an ARN. */
export function mfaType(serial: string | undefined) {
  if (!serial?.startsWith('arn:')) return 'Hardware'
  return /:(?:u2f|sms-mfa)\//.test(serial) ? 'Passkey' : 'Virtual'
}
