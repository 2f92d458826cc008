/** How we name ourselves in the API server's audit log. */
export const userAgent = 'kpr-explorer';
