// npm run doctor: checks the connection to Azure with the variables of "npm start"; exits with 1 if a step fails.
import '../apps/bff/src/doctor.ts'
