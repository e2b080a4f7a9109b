-- How else an option may be had: "no", "extra", "on the side", "light", on one half.

alter table modifier_option add column pre_modifiers jsonb; -- null: only as it is
