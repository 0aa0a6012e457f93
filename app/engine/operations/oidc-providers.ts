/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html */
import { sha1 } from '@noble/hashes/legacy.js'
import type { IamOperations } from '../api'
import { iamArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { Account, OidcProvider } from '../model'
import { keysOf } from '../records'
import { checkRoom } from './find'
import * as p from './params'
import { constrainIam, required, given } from './params'
import { putTags, resourceTags, tagsShape } from './tags'
import { tagging } from './tagging'
import { withRequest } from './targets'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const PROVIDERS_PER_ACCOUNT = 100
const CLIENTS_PER_PROVIDER = 100
const THUMBPRINTS = 5

const clientIds = { list: true, each: { min: 1, max: 255 } }
const thumbprints = { list: true, each: { min: 40, max: 40 } }
const urlText = { required: true, min: 1, max: 255 }

type ByArn = { OpenIDConnectProviderArn: string | undefined }

const onProvider = ({ input }: Call<ByArn>) => ({
  arn: given(input.OpenIDConnectProviderArn),
})

/** A provider is known by its address without the scheme. */
const hostOf = (url: string | undefined) =>
  given(url)
    .replace(/^https:\/\//i, '')
    .replace(/\/$/, '')

const arnOf = (account: Account, url: string | undefined) =>
  iamArn(account.id, `oidc-provider/${hostOf(url)}`)

const find = ({ account, input }: Call<ByArn>) =>
  account.oidcProviders[given(input.OpenIDConnectProviderArn)]

function theProvider(call: Call<ByArn>): OidcProvider {
  const provider = find(call)
  if (provider) return provider
  throw noSuchEntity(
    `OpenIDConnect Provider not found for arn ${call.input.OpenIDConnectProviderArn}`
  )
}

function checkThumbprints(thumbprints: string[] = []) {
  if (thumbprints.length > THUMBPRINTS) {
    throw serviceError(
      'InvalidInput',
      `Thumbprint list must contain fewer than ${THUMBPRINTS} entries.`
    )
  }
}

function checkClients(count: number) {
  if (count > CLIENTS_PER_PROVIDER) {
    throw serviceError(
      'LimitExceeded',
      `Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: ${CLIENTS_PER_PROVIDER}`
    )
  }
}

function checkUrl(url = '') {
  if (!/^https:\/\/[\w-]+(?:\.[\w-]+)*(?:\/[^\s?#]*)?$/i.test(url)) {
    throw serviceError('ValidationError', 'Invalid Open ID Connect Provider URL')
  }
}

/** Without a thumbprint IAM asks the provider's server for one; there is no server to ask here. */
const thumbprintOf = (host: string) =>
  Array.from(sha1(new TextEncoder().encode(host)), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('')

const providerTags = tagging<ByArn>(
  { OpenIDConnectProviderArn: p.arnText },
  onProvider,
  theProvider
)

export const oidcProviderOperations = {
  CreateOpenIDConnectProvider: {
    check: constrainIam({
      ClientIDList: clientIds,
      ThumbprintList: thumbprints,
      Url: urlText,
      Tags: p.tags,
    }),
    on: withRequest(({ account, input }) => ({ arn: arnOf(account, input.Url) })),
    run: ({ account, input, now }) => {
      checkUrl(input.Url)
      checkThumbprints(input.ThumbprintList)
      const clients = [...new Set(input.ClientIDList)]
      checkClients(clients.length)
      const tags = putTags([], input.Tags, resourceTags)
      const arn = arnOf(account, input.Url)
      if (account.oidcProviders[arn]) {
        throw serviceError(
          'EntityAlreadyExists',
          `Provider with url ${input.Url} already exists.`
        )
      }
      const count = keysOf(account.oidcProviders).length
      checkRoom(account, count, 'OpenIdConnectProvidersPerAccount', PROVIDERS_PER_ACCOUNT)
      const host = hostOf(input.Url)
      const listed = input.ThumbprintList ?? []
      account.oidcProviders[arn] = {
        url: host,
        created: now,
        clientIds: clients,
        thumbprints: listed.length > 0 ? [...listed] : [thumbprintOf(host)],
        tags,
      }
      return {
        OpenIDConnectProviderArn: arn,
        ...(tags.length > 0 ? { Tags: tagsShape(tags) } : {}),
      }
    },
  },

  GetOpenIDConnectProvider: {
    check: constrainIam({ OpenIDConnectProviderArn: p.arnText }),
    on: onProvider,
    run: (call) => {
      const provider = theProvider(call)
      return {
        Url: provider.url,
        ClientIDList: [...provider.clientIds],
        ThumbprintList: [...provider.thumbprints],
        CreateDate: new Date(provider.created),
        Tags: tagsShape(provider.tags),
      }
    },
  },

  /** A client ID that is there already is no error. */
  AddClientIDToOpenIDConnectProvider: {
    check: constrainIam({
      OpenIDConnectProviderArn: p.arnText,
      ClientID: { required: true, min: 1, max: 255 },
    }),
    on: onProvider,
    run: (call) => {
      const provider = theProvider(call)
      const id = given(call.input.ClientID)
      if (provider.clientIds.includes(id)) return {}
      checkClients(provider.clientIds.length + 1)
      provider.clientIds.push(id)
      return {}
    },
  },

  /** Nor is one that is not there. */
  RemoveClientIDFromOpenIDConnectProvider: {
    check: constrainIam({
      OpenIDConnectProviderArn: p.arnText,
      ClientID: { required: true, min: 1, max: 255 },
    }),
    on: onProvider,
    run: (call) => {
      const provider = theProvider(call)
      provider.clientIds = provider.clientIds.filter((id) => id !== call.input.ClientID)
      return {}
    },
  },

  UpdateOpenIDConnectProviderThumbprint: {
    check: constrainIam({
      OpenIDConnectProviderArn: p.arnText,
      ThumbprintList: required(thumbprints),
    }),
    on: onProvider,
    run: (call) => {
      checkThumbprints(call.input.ThumbprintList)
      theProvider(call).thumbprints = [...(call.input.ThumbprintList ?? [])]
      return {}
    },
  },

  DeleteOpenIDConnectProvider: {
    check: constrainIam({ OpenIDConnectProviderArn: p.arnText }),
    on: onProvider,
    run: (call) => {
      const arn = given(call.input.OpenIDConnectProviderArn)
      if (!find(call)) {
        throw noSuchEntity(`OpenId connect Provider ${arn} cannot be found.`)
      }
      delete call.account.oidcProviders[arn]
      return {}
    },
  },

  TagOpenIDConnectProvider: providerTags.tag,
  UntagOpenIDConnectProvider: providerTags.untag,
  ListOpenIDConnectProviderTags: providerTags.list,
} satisfies Partial<OperationTable<IamOperations>>
