import { pb } from '~/lib/path-builder'
import type { PageRoute } from '~/routes'

import type { Crumb } from '../handle'

const s3: Crumb = { text: 'Amazon S3', href: pb.buckets() }
const buckets: Crumb = { text: 'Buckets', href: pb.buckets() }
const bucket: Crumb = { text: ':bucket', href: '/s3/buckets/:bucket' }

const pages: Omit<PageRoute, 'service'>[] = [
  {
    path: pb.buckets(),
    crumbs: [s3, { text: 'Buckets' }],
    help: 's3.buckets',
    contentType: 'table',
    page: () => import('./buckets-page'),
  },
  {
    path: '/s3/buckets/:bucket',
    crumbs: [s3, buckets, { text: ':bucket' }],
    help: 's3.buckets',
    page: () => import('./bucket-page'),
  },
  {
    path: pb.bucketCreate(),
    crumbs: [s3, buckets, { text: 'Create bucket' }],
    help: 's3.buckets',
    contentType: 'form',
    page: () => import('./bucket-create-page'),
  },
  {
    path: '/s3/upload/:bucket',
    crumbs: [s3, buckets, bucket, { text: 'Upload' }],
    help: 's3.buckets',
    contentType: 'form',
    page: () => import('./upload-page'),
  },
  {
    path: '/s3/bucket/:bucket/delete',
    crumbs: [s3, buckets, bucket, { text: 'Delete bucket' }],
    help: 's3.buckets',
    contentType: 'form',
    page: () => import('./bucket-delete-page'),
  },
]

export const s3Routes: PageRoute[] = pages.map((page) => ({ ...page, service: 's3' }))
