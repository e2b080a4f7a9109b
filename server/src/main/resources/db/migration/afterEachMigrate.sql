-- From now on the owner is bound again by every wall (beforeEachMigrate.sql).
do $$
declare
  walled text;
begin
  for walled in
    select relname from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r'
       and relrowsecurity and not relforcerowsecurity
  loop
    execute format('alter table %I force row level security', walled);
  end loop;
end
$$;
