import type { Heading } from '../strings/strings.ts';
import type { ComponentNode } from './contract.ts';
import { isTag } from './normalise.ts';
import { propsOf } from './props.ts';
import { roleProps } from './role.ts';
import type { Role, RoleProps } from './role.ts';

declare module 'mdast-util-mdx-jsx' {
  interface MdxJsxFlowElementData {
    role?: Role;
    heading?: Heading;
  }
  interface MdxJsxTextElementData {
    role?: Role;
    heading?: Heading;
  }
}

/** Whether a node of an inspected tree is a component with one of these roles. */
export const hasRole = (node: { type: string }, ...roles: readonly Role[]): node is ComponentNode =>
  isTag(node) && node.data?.role !== undefined && roles.includes(node.data.role);

/** The props by which a component with a role is known; `undefined` for others, and where they are computed. */
export function propsFor<Name extends keyof RoleProps>(
  role: Name,
  node: { type: string },
): RoleProps[Name] | undefined {
  if (!isTag(node) || node.data?.role !== role) return undefined;
  return roleProps[role].safeParse(propsOf(node).values).data as RoleProps[Name] | undefined;
}
