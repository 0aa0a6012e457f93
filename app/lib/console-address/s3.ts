/** The S3 console: some of it by path, some, in older links, by parameters behind the hash. */
import { pb } from '../path-builder'

import { type Parameters, readParameters } from './parameters'
import { segmentsOf, wordOf } from './text'

/** The folder an object is in: what its key holds up to the last slash. */
const folderOf = (key: string) => key.slice(0, key.lastIndexOf('/') + 1)

/** There is no page for one object: its folder opens, with the object chosen. */
const object = (bucket: string, key: string) =>
  pb.bucket(bucket, key ? { prefix: folderOf(key), object: key } : {})

/** Lists of the real console that have no page here. */
const lists: Record<string, string> = {
  accesspoints: 'Access Points',
  ap: 'Access Points',
  tablebuckets: 'Table buckets',
  directorybuckets: 'Directory buckets',
  vectorbuckets: 'Vector buckets',
  lens: 'Storage Lens',
  jobs: 'Batch Operations',
}

const asFolder = (prefix: string) =>
  prefix && !prefix.endsWith('/') ? `${prefix}/` : prefix

function bucketPage(bucket: string, inside: string[], given: Parameters) {
  const prefix = given.text('prefix') ?? ''
  // `buckets/b/object/details?prefix=key`
  if (inside[0] === 'object' && inside[1] === 'details') return object(bucket, prefix)
  return pb.bucket(bucket, {
    ...(wordOf(given.word('tab')) === 'permissions' ? { tab: 'permissions' } : {}),
    // the console of 2018 had folders in its path
    prefix: prefix || asFolder(inside.join('/')),
  })
}

function oneBucket(segments: string[]) {
  const [bucket = '', ...rest] = segments
  const page = wordOf(rest[0])
  if (wordOf(bucket) === 'create' && rest.length === 0) return pb.bucketCreate()
  if (page === 'delete' || page === 'empty') return pb.bucketDelete(bucket)
  const isPolicy = ['policy', 'acl', 'bpa', 'cors'].includes(wordOf(rest[1]))
  return pb.bucket(bucket, isPolicy ? { tab: 'permissions' } : {})
}

/** `path` is what follows `/s3/`. */
export function s3Address(path: string, search: string, hash: string): string {
  const [section = '', ...rest] = segmentsOf(path)
  const [place] = segmentsOf(hash.replace(/^#/, '').split(/[?&]/)[0] ?? '')
  const given = readParameters(search, hash.slice(hash.search(/[?&]/) + 1))
  const named = given.word('bucket', 'bucketName')
  const [bucket = named ?? '', ...inside] = rest
  if (section === 'upload' && bucket) return pb.upload(bucket, given.text('prefix') ?? '')
  if (section === 'bucket' && bucket) return oneBucket(rest)
  if (['object', 'objects'].includes(section) && bucket)
    return object(bucket, given.text('prefix') ?? inside.join('/'))
  if (bucket) return bucketPage(bucket, inside, given)
  if (wordOf(section) === 'createbucket' || wordOf(place) === 'create')
    return pb.bucketCreate()
  const list = lists[wordOf(section)] ?? lists[wordOf(place)]
  return list ? pb.notBuilt('s3', list) : pb.buckets()
}
