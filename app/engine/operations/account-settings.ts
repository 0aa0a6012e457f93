/** What is set for a whole account: its password policy, its name, its tokens. */
import type { IamOperations } from '../api'
import { noSuchEntity, serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import { constrainIam, given } from './params'
import { onEverything } from './targets'

const alias = {
  required: true,
  min: 3,
  max: 63,
  pattern: /^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/,
  shown: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
}

const flag = { flag: true }

export const accountSettingOperations = {
  /** An account has one alias; a new one takes the place of the old. */
  CreateAccountAlias: {
    check: constrainIam({ AccountAlias: alias }),
    on: onEverything,
    run: ({ world, account, input }) => {
      const wanted = given(input.AccountAlias)
      const taken = Object.values(world.accounts).some(
        (other) => other.alias === wanted && other.id !== account.id
      )
      if (taken || /^\d{12}$/.test(wanted)) {
        throw serviceError(
          'EntityAlreadyExists',
          `The account alias ${wanted} already exists.`
        )
      }
      account.alias = wanted
      return {}
    },
  },

  DeleteAccountAlias: {
    check: constrainIam({ AccountAlias: alias }),
    on: onEverything,
    run: ({ account, input }) => {
      if (account.alias !== input.AccountAlias) {
        throw noSuchEntity(`The account alias ${input.AccountAlias} cannot be found.`)
      }
      delete account.alias
      return {}
    },
  },

  /**
   * What is left out goes back to its default.
   * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
   */
  UpdateAccountPasswordPolicy: {
    check: constrainIam({
      MinimumPasswordLength: { least: 6, most: 128 },
      PasswordReusePrevention: { least: 1, most: 24 },
      MaxPasswordAge: { least: 1, most: 1095 },
      RequireSymbols: flag,
      RequireNumbers: flag,
      RequireUppercaseCharacters: flag,
      RequireLowercaseCharacters: flag,
      AllowUsersToChangePassword: flag,
      HardExpiry: flag,
    }),
    on: onEverything,
    run: ({ account, input }) => {
      const { MaxPasswordAge, PasswordReusePrevention, HardExpiry } = input
      account.passwordPolicy = {
        minimumLength: input.MinimumPasswordLength ?? 6,
        requireSymbols: input.RequireSymbols ?? false,
        requireNumbers: input.RequireNumbers ?? false,
        requireUppercase: input.RequireUppercaseCharacters ?? false,
        requireLowercase: input.RequireLowercaseCharacters ?? false,
        allowChange: input.AllowUsersToChangePassword ?? false,
        ...(MaxPasswordAge === undefined ? {} : { maxAge: MaxPasswordAge }),
        ...(PasswordReusePrevention === undefined
          ? {}
          : { reusePrevention: PasswordReusePrevention }),
        ...(HardExpiry === undefined ? {} : { hardExpiry: HardExpiry }),
      }
      return {}
    },
  },

  DeleteAccountPasswordPolicy: {
    on: onEverything,
    run: ({ account }) => {
      if (!account.passwordPolicy) {
        throw noSuchEntity('The account policy with name PasswordPolicy cannot be found.')
      }
      delete account.passwordPolicy
      return {}
    },
  },

  /** https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html */
  SetSecurityTokenServicePreferences: {
    check: constrainIam({
      GlobalEndpointTokenVersion: { required: true, oneOf: ['v1Token', 'v2Token'] },
    }),
    on: onEverything,
    run: ({ account, input }) => {
      account.globalEndpointTokenVersion =
        input.GlobalEndpointTokenVersion === 'v2Token' ? 2 : 1
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
