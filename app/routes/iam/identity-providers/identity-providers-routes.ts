import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage } from '../iam-page'

const identityProviders: Crumb = {
  text: 'Identity providers',
  href: pb.identityProviders(),
}

export const identityProvidersRoutes: IamPage[] = [
  {
    path: pb.identityProviders(),
    crumbs: [iam, { text: 'Identity providers' }],
    help: 'iam.identityProviders',
    contentType: 'table',
    page: () => import('./identity-providers-page'),
  },
  {
    path: pb.identityProviderCreate(),
    crumbs: [iam, identityProviders, { text: 'Add provider' }],
    help: 'iam.identityProviders',
    contentType: 'form',
    page: () => import('./identity-provider-create-page'),
  },
  {
    path: '/iam/identity-providers/:providerArn',
    crumbs: [iam, identityProviders, { text: ':providerArn' }],
    help: 'iam.identityProviders',
    page: () => import('./identity-provider-page'),
  },
]
