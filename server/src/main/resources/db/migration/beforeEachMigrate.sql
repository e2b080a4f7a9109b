-- The owner of the tables is bound by their walls, and would move nothing of what restaurants have.
-- He looks over them for one migration, in its transaction, also over those that it makes;
-- afterEachMigrate.sql closes them. The application owns no table and is bound all the time.
do $$
declare
  walled text;
begin
  for walled in
    select relname from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r'
       and relforcerowsecurity and pg_get_userbyid(relowner) = current_user
  loop
    execute format('alter table %I no force row level security', walled);
  end loop;
  if to_regprocedure('wall(text, boolean)') is not null then
    create or replace procedure wall(table_name text, system_sees boolean default false)
    language plpgsql as $wall$
    declare
      own text := 'restaurant_id = (select nullif(current_setting(''app.restaurant'', true), '''')::uuid)';
      system text := '(select current_setting(''app.scope'', true)) = ''system''';
    begin
      execute format('alter table %I enable row level security', table_name);
      execute format('create policy restaurant_wall on %1$I using (%2$s) with check (%2$s)',
                     table_name, case when system_sees then own || ' or ' || system else own end);
    end
    $wall$;
  end if;
end
$$;
