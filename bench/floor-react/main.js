// The minimum of a React page: React itself and one paragraph.
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

createRoot(document.querySelector('#root')).render(
  createElement('p', null, 'Create Azure Compute Gallery image versions encrypted with your own keys'),
)
