/** The role the server works as: it neither owns the tables nor passes by row-level security. */
export const APP_ROLE = 'tricorn_app'
