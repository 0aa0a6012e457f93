/** What the first card of the dashboard recommends, from the answers to its questions. */
import type { AccessKeyMetadata, MFADevice } from '@aws-sdk/client-iam'

export type Advice = { text: string; why: string; isDone: boolean; action?: string }

type Summary = { AccountMFAEnabled?: number; AccountAccessKeysPresent?: number }

export const rootAdvice = (summary: Summary): Advice[] => [
  summary.AccountMFAEnabled
    ? {
        text: 'Root user has MFA',
        why: 'A password alone does not open the root user.',
        isDone: true,
      }
    : {
        text: 'Add MFA for root user',
        why: 'The root user can do everything, so a password alone is too little for it.',
        isDone: false,
        action: 'Add MFA',
      },
  summary.AccountAccessKeysPresent
    ? {
        text: 'Deactivate or delete access keys for root user',
        why: 'Use access keys of an IAM user or credentials of a role instead.',
        isDone: false,
        action: 'Manage access keys',
      }
    : {
        text: 'Root user has no active access keys',
        why: 'Keys of an IAM user or credentials of a role can be limited; those of the root user cannot.',
        isDone: true,
      },
]

/** Of the user who is signed in; what was not answered is left out. */
export const ownAdvice = (
  devices: MFADevice[] | undefined,
  keys: AccessKeyMetadata[] | undefined
): Advice[] => [
  ...(devices
    ? [
        devices.length > 0
          ? {
              text: 'You have MFA',
              why: 'Your password alone is not enough.',
              isDone: true,
            }
          : {
              text: 'Add MFA for yourself',
              why: 'A second factor protects your user when the password is known to others.',
              isDone: false,
              action: 'Add MFA',
            },
      ]
    : []),
  ...(keys
    ? [
        keys.some(({ Status }) => Status === 'Active')
          ? {
              text: 'You have active access keys',
              why: 'Deactivate those that you no longer use.',
              isDone: true,
            }
          : {
              text: 'You have no active access keys',
              why: 'There is nothing that could leak.',
              isDone: true,
            },
      ]
    : []),
]
