import { on } from './place'

export const s3 = {
  ...on('/s3/buckets', {
    's3.buckets.tab.general': ['tab', 'General purpose buckets'],
    's3.buckets.tab.directory': ['tab', 'Directory buckets'],
    's3.buckets.search': ['searchbox', 'Find buckets by name'],
    's3.buckets.refresh': ['button', 'Refresh buckets'],
    's3.buckets.preferences': ['button', 'Preferences'],
    's3.buckets.copyArn': ['button', 'Copy ARN'],
    's3.buckets.delete': ['button', 'Delete'],
    's3.buckets.create': ['link', 'Create bucket'],
  }),
  ...on('/s3/bucket/create', {
    's3.createBucket.region': ['button', 'AWS Region'],
    's3.createBucket.name': ['textbox', 'Bucket name'],
    's3.createBucket.submit': ['button', 'Create bucket'],
    's3.createBucket.cancel': ['link', 'Cancel'],
  }),
  ...on('/s3/bucket/:bucket/delete', {
    's3.deleteBucket.confirm': ['textbox', 'Delete bucket'],
    's3.deleteBucket.submit': ['button', 'Delete bucket'],
    's3.deleteBucket.cancel': ['link', 'Cancel'],
  }),
}

export const objects = {
  ...on('/s3/buckets/:bucket', {
    's3.bucket.tab.objects': ['tab', 'Objects'],
    's3.bucket.tab.permissions': ['tab', 'Permissions'],
    's3.objects.search': ['searchbox', 'Find objects by prefix'],
    's3.objects.refresh': ['button', 'Refresh objects'],
    's3.objects.preferences': ['button', 'Preferences'],
    's3.objects.download': ['button', 'Download'],
    's3.objects.delete': ['button', 'Delete'],
    's3.bucket.upload': ['link', 'Upload'],
    's3.bucket.editPolicy': ['button', 'Edit'],
    's3.bucket.deletePolicy': ['button', 'Delete'],
  }),
  ...on('/s3/upload/:bucket', {
    's3.upload.submit': ['button', 'Upload'],
    's3.upload.cancel': ['link', 'Cancel'],
  }),
}

export const cloudtrail = {
  ...on('/cloudtrail/events', {
    'cloudtrail.events.search': ['searchbox', 'Search these events'],
    'cloudtrail.events.filter': ['button', 'Lookup attributes'],
    'cloudtrail.events.refresh': ['button', 'Refresh events'],
    'cloudtrail.events.preferences': ['button', 'Preferences'],
  }),
}
