/** Of the configuration, for a browser that asks for it before it has loaded the schema of the answer. */
export const configurationPath = '/api/configuration'
