/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html */
import type { IamOperations } from '../api'
import { serviceError } from '../errors'
import { newUuid } from '../ids'
import type { OperationTable } from '../kernel'
import { onEverything } from './targets'

export const outboundOperations = {
  /** An account keeps its issuer, whatever it turns on and off. */
  EnableOutboundWebIdentityFederation: {
    on: onEverything,
    run: ({ world, account }) => {
      const before = account.outboundFederation
      if (before?.enabled) {
        throw serviceError(
          'FeatureEnabled',
          `Outbound identity federation is already enabled for account ${account.id}`
        )
      }
      const issuer = before?.issuer ?? `https://${newUuid(world)}.tokens.sts.global.api.aws`
      account.outboundFederation = { issuer, enabled: true }
      return { IssuerIdentifier: issuer }
    },
  },

  DisableOutboundWebIdentityFederation: {
    on: onEverything,
    run: ({ account }) => {
      if (!account.outboundFederation?.enabled) {
        throw serviceError(
          'FeatureDisabled',
          `Outbound identity federation is already disabled for account ${account.id}`
        )
      }
      account.outboundFederation.enabled = false
      return {}
    },
  },

  GetOutboundWebIdentityFederationInfo: {
    on: onEverything,
    run: ({ account }) => {
      if (!account.outboundFederation?.enabled) {
        throw serviceError(
          'FeatureDisabled',
          `Outbound identity federation is disabled for account ${account.id}`
        )
      }
      return {
        IssuerIdentifier: account.outboundFederation.issuer,
        JwtVendingEnabled: true,
      }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
