/** How long an employee's number in another system may be. */
export const MAKS_ANSATTNUMMER = 60;
/** The code of a visit without an employee, where one must be chosen. */
export const UTEN_ANSATT = '0';
