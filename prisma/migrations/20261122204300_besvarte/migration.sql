-- Answered applications in the order they are read.
CREATE INDEX henvendelse_besvarte ON henvendelse (kommune_id, mottatt DESC, id DESC) WHERE status = 'BESVART';
