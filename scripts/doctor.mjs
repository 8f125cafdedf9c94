// npm run doctor: looks at the way to Azure with the variables that "npm start" takes; exits 1 if a link fails.
import '../apps/bff/src/doctor.ts'
