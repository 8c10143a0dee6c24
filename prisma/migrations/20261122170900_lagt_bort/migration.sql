-- Visits that were put aside are few; a week's count of them must not read every version of the week.
CREATE INDEX besok_lagt_bort ON besok (kommune_id, enhet_id, dato) WHERE erstattet AND kilde = 'LAGT_BORT';
