-- A visit moved in time is one of the plan.

-- AlterTable
ALTER TABLE "justering" ADD COLUMN     "plan_id" INTEGER;

ALTER TABLE justering
  ADD CONSTRAINT justering_plan_fkey FOREIGN KEY (kommune_id, plan_id) REFERENCES besoksplan (kommune_id, id),
  ADD CONSTRAINT justering_flyttet_plan CHECK ((slag = 'FLYTTET') = (plan_id IS NOT NULL));
