import { lazy } from 'react'

// The exporters come when code is shown.
export const Code = lazy(() => import('./Code.tsx').then((part) => ({ default: part.Code })))
export const PlanCode = lazy(() => import('./PlanCode.tsx').then((part) => ({ default: part.PlanCode })))
