import { on } from './place'

const policyPages = [
  '/iam/service-control-policies/:policyId',
  '/iam/resource-control-policies/:policyId',
] as const

export const organization = {
  ...on(policyPages, {
    'iam.organizationPolicy.search': ['searchbox', 'Search targets'],
  }),
  ...on('/iam/organization-activity', {
    'iam.organizationActivity.search': ['searchbox', 'Search entities'],
    'iam.organizationActivity.refresh': ['button', 'Refresh entities'],
    'iam.organizationActivity.preferences': ['button', 'Preferences'],
  }),
  ...on('/iam/service-control-policies', {
    'iam.serviceControlPolicies.search': ['searchbox', 'Search policies'],
    'iam.serviceControlPolicies.refresh': ['button', 'Refresh policies'],
    'iam.serviceControlPolicies.preferences': ['button', 'Preferences'],
  }),
  ...on('/iam/resource-control-policies', {
    'iam.resourceControlPolicies.search': ['searchbox', 'Search policies'],
    'iam.resourceControlPolicies.refresh': ['button', 'Refresh policies'],
    'iam.resourceControlPolicies.preferences': ['button', 'Preferences'],
  }),
  ...on('/iam/root-access-management', {
    'iam.rootAccess.enable': ['button', 'Enable'],
    'iam.enableRootAccess.submit': ['button', 'Enable'],
    'iam.enableRootAccess.cancel': ['button', 'Cancel'],
    'iam.rootAccess.search': ['searchbox', 'Search accounts'],
    'iam.rootAccess.act': ['button', 'Take privileged action'],
    'iam.privilegedAction.submit': ['button', 'Take action'],
    'iam.privilegedAction.cancel': ['button', 'Cancel'],
  }),
}

export const delegationRequests = {
  ...on('/iam/delegation-requests', {
    'iam.delegationRequests.search': ['searchbox', 'Search requests'],
    'iam.delegationRequests.status': ['button', 'Filter by Status'],
    'iam.delegationRequests.refresh': ['button', 'Refresh requests'],
    'iam.delegationRequests.preferences': ['button', 'Preferences'],
  }),
  ...on('/iam/delegation-requests/:requestId', {
    'iam.delegationRequest.approve': ['button', 'Approve'],
    'iam.delegationRequest.reject': ['button', 'Reject'],
    'iam.delegationRequest.forward': ['button', 'Request approval'],
    'iam.approveRequest.submit': ['button', 'Allow access'],
    'iam.approveRequest.cancel': ['button', 'Cancel'],
    'iam.rejectRequest.notes': ['textbox', 'Reason for rejection'],
    'iam.rejectRequest.submit': ['button', 'Reject request'],
    'iam.rejectRequest.cancel': ['button', 'Cancel'],
    'iam.forwardRequest.notes': ['textbox', 'Note for the approver'],
    'iam.forwardRequest.submit': ['button', 'Send request'],
    'iam.forwardRequest.cancel': ['button', 'Cancel'],
  }),
}
