// What only signed-in users see of the frame. Each page shows all of it, so it is one file of the bundle.
export { NavigationContent } from './navigation/NavigationContent.tsx'
export { NotificationsButton } from './notifications/NotificationsButton.tsx'
export { SearchButton } from './search/SearchButton.tsx'
export { AccountMenu } from './top-bar/AccountMenu.tsx'
