-- Finding what was ever said, and who said it: every word of messages, names, phones and order
-- numbers in one form, in an index of its own. (Row-level security lets no full-text index be used:
-- only comparisons that give nothing away may go before the wall. Those of text are such.)

-- The form in which words are compared; `SearchWords` in the code says the same, and a test holds
-- the two together.
create function search_form(words text) returns text
language sql immutable strict parallel safe as $$
  select translate(
    regexp_replace(lower(normalize(words, NFKC) collate "C"),
                   '[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]',
                   '', 'g'),
    'أإآٱىئیؤةک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
    'ااااييويهك01234567890123456789')
$$;

-- Words with what may be searched instead of them: without the article, and without a leading "and".
create function search_words(words text) returns setof text
language sql immutable strict parallel safe as $$
  with plain as (
    select distinct left(word, 60) as word
      from regexp_split_to_table(search_form(words),
             '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u060C\u061B\u061F\u066A-\u066D\u06D4\u2000-\u2BFF\u3000-\u303F\uFE00-\uFE0F\U0001F000-\U0001FFFF]+')
           as word
     where word <> ''
  )
  select word from plain
  union select substring(word from '^[وفبلك]?ال(.{2,})$') from plain where word ~ '^[وفبلك]?ال.{2,}$'
  union select substring(word from '^لل(.{2,})$') from plain where word ~ '^لل.{2,}$'
  union select substring(word from '^و(.{4,})$') from plain where word ~ '^و.{4,}$'
$$;

create table search_word (
  restaurant_id uuid not null,
  ref uuid not null,                        -- a message, a customer or an order
  word text collate "C" not null,
  kind text not null check (kind in ('message', 'customer', 'order')),
  at timestamptz not null,
  primary key (restaurant_id, ref, word)
);
create index search_word_newest on search_word (restaurant_id, word, at desc, ref);
call wall('search_word');

-- What a message says in words.
create function message_words(content jsonb) returns text
language sql immutable parallel safe as $$
  select concat_ws(' ', content ->> 'text', content ->> 'title', content ->> 'caption', content ->> 'fileName',
                   content ->> 'note', content ->> 'name', content ->> 'address',
                   (select string_agg(value, ' ')
                      from jsonb_each_text(case jsonb_typeof(content -> 'fields')
                                             when 'object' then content -> 'fields' else '{}' end)),
                   (select string_agg(card ->> 'name', ' ')
                      from jsonb_array_elements(case jsonb_typeof(content -> 'contacts')
                                                  when 'array' then content -> 'contacts' else '[]' end) card))
$$;

-- Triggers, since words are written on many ways and none may be forgotten.
create function note_message_words() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_word where restaurant_id = old.restaurant_id and ref = old.id;
  end if;
  if tg_op <> 'DELETE' and new.revoked_at is null then
    insert into search_word (restaurant_id, ref, word, kind, at)
    select new.restaurant_id, new.id, word, 'message', new.at
      from search_words(message_words(new.content)) as word;
  end if;
  return null;
end
$$;
create trigger message_is_found after insert or delete on message
  for each row execute function note_message_words();
create trigger message_is_found_changed after update on message
  for each row when (old.content is distinct from new.content
                     or old.revoked_at is distinct from new.revoked_at)
  execute function note_message_words();

-- A phone is found by any four digits or more in a row.
create function phone_words(phone text) returns setof text
language sql immutable strict parallel safe as $$
  select substring(phone from place) from generate_series(1, greatest(length(phone) - 3, 1)) as place
$$;

-- The words of a customer: his names and every identifier that holds now.
create function note_customer(restaurant uuid, customer uuid) returns void language plpgsql as $$
begin
  delete from search_word where restaurant_id = restaurant and ref = customer;
  insert into search_word (restaurant_id, ref, word, kind, at)
  select restaurant, customer, words.word, 'customer', k.created_at
    from customer k
    cross join lateral (
      select search_words(coalesce(k.name, '')) as word
      union
      select phone_words(value) from customer_identifier i
       where i.restaurant_id = restaurant and i.customer_id = customer and i.kind = 'phone' and i.until is null
      union
      select search_words(value) from customer_identifier i
       where i.restaurant_id = restaurant and i.customer_id = customer and i.kind = 'username'
         and i.until is null) words
   where k.restaurant_id = restaurant and k.id = customer;
end
$$;

create function note_customer_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from search_word where restaurant_id = old.restaurant_id and ref = old.id;
  else
    perform note_customer(new.restaurant_id, new.id);
  end if;
  return null;
end
$$;
create trigger customer_is_found after insert or delete on customer
  for each row execute function note_customer_words();
create trigger customer_is_found_changed after update on customer
  for each row when (old.name is distinct from new.name) execute function note_customer_words();

create function note_identifier_words() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform note_customer(old.restaurant_id, old.customer_id);
  end if;
  if tg_op <> 'DELETE' then
    perform note_customer(new.restaurant_id, new.customer_id);
  end if;
  return null;
end
$$;
create trigger identifier_is_found after insert or update or delete on customer_identifier
  for each row execute function note_identifier_words();

-- An order is found by what people say of its number: all of it, and what stands behind the letter.
create function order_words(number text) returns setof text
language sql immutable strict parallel safe as $$
  select search_form(number) union select search_words(number)
$$;

create function note_order_words() returns trigger language plpgsql as $$
begin
  insert into search_word (restaurant_id, ref, word, kind, at)
  select new.restaurant_id, new.id, word, 'order', new.placed_at from order_words(new.number) as word
  on conflict do nothing;
  return null;
end
$$;
create trigger order_is_found after insert on orders for each row execute function note_order_words();

-- Whatever there is already; its owner looks over the wall for that long.
alter table message no force row level security;
alter table orders no force row level security;
alter table customer no force row level security;
alter table customer_identifier no force row level security;
alter table search_word no force row level security;
insert into search_word (restaurant_id, ref, word, kind, at)
select m.restaurant_id, m.id, word, 'message', m.at
  from message m cross join lateral search_words(message_words(m.content)) as word
 where m.revoked_at is null;
insert into search_word (restaurant_id, ref, word, kind, at)
select o.restaurant_id, o.id, word, 'order', o.placed_at
  from orders o cross join lateral order_words(o.number) as word;
do $$
begin
  perform note_customer(restaurant_id, id) from customer;
end
$$;
alter table message force row level security;
alter table orders force row level security;
alter table customer force row level security;
alter table customer_identifier force row level security;
alter table search_word force row level security;
