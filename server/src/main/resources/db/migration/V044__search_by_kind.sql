-- A word that a million messages say must not be walked through to find the two customers who are called so; and what
-- is found comes in this order without being sorted.
create index search_word_of_kind on search_word (restaurant_id, word, kind, at desc, ref desc);
drop index search_word_newest;
