import type { IamOperations } from '../api'
import type { OperationTable } from '../kernel'
import { theGroup } from './find'
import * as holders from './holders'
import * as p from './params'
import { constrainIam, given } from './params'
import { onGroup, withPolicyArn } from './targets'

export const groupPolicyOperations = {
  AttachGroupPolicy: {
    check: constrainIam({ GroupName: p.groupName, PolicyArn: p.policyArnText }),
    needs: ({ PolicyArn }) => ({ documents: [given(PolicyArn)] }),
    on: withPolicyArn(onGroup),
    run: ({ account, input }) => {
      const group = theGroup(account, input.GroupName)
      holders.attach('group', account, group, given(input.PolicyArn))
      return {}
    },
  },

  DetachGroupPolicy: {
    check: constrainIam({ GroupName: p.groupName, PolicyArn: p.policyArnText }),
    on: withPolicyArn(onGroup),
    run: ({ account, input }) => {
      holders.detach(theGroup(account, input.GroupName), given(input.PolicyArn))
      return {}
    },
  },

  ListAttachedGroupPolicies: {
    check: constrainIam({ GroupName: p.groupName, ...p.paging }),
    on: onGroup,
    run: ({ account, input }) =>
      holders.listAttached(theGroup(account, input.GroupName), input),
  },

  PutGroupPolicy: {
    check: constrainIam({
      GroupName: p.groupName,
      PolicyName: p.policyName,
      PolicyDocument: p.policyDocument,
    }),
    on: onGroup,
    run: ({ account, input }) => {
      const group = theGroup(account, input.GroupName)
      holders.putInline(
        'group',
        group,
        given(input.PolicyName),
        given(input.PolicyDocument)
      )
      return {}
    },
  },

  GetGroupPolicy: {
    check: constrainIam({ GroupName: p.groupName, PolicyName: p.policyName }),
    on: onGroup,
    run: ({ account, input }) => {
      const group = theGroup(account, input.GroupName)
      const policy = holders.getInline('group', group, given(input.PolicyName))
      return { GroupName: group.name, ...policy }
    },
  },

  DeleteGroupPolicy: {
    check: constrainIam({ GroupName: p.groupName, PolicyName: p.policyName }),
    on: onGroup,
    run: ({ account, input }) => {
      holders.deleteInline(
        'group',
        theGroup(account, input.GroupName),
        given(input.PolicyName)
      )
      return {}
    },
  },

  ListGroupPolicies: {
    check: constrainIam({ GroupName: p.groupName, ...p.paging }),
    on: onGroup,
    run: ({ account, input }) =>
      holders.listInline(theGroup(account, input.GroupName), input),
  },
} satisfies Partial<OperationTable<IamOperations>>
