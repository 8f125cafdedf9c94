import type { PostureSubject } from '@portal/portal-api'
/** The query that counts everything of a kind by encryption and by place. */
export declare function postureQuery(of: PostureSubject): string
