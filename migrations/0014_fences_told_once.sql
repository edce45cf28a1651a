-- The fence between operations, told once a statement instead of once a row: a list of ten thousand rows reads the setting, and the identifier
-- in it, a single time. The rule is the same.

create or replace function fence(tenant_table regclass, rights text default 'select, insert, update, delete') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s using (operation_id = (select nullif(current_setting(''chapeau.operation'', true), '''')::uuid)) '
    'with check (operation_id = (select nullif(current_setting(''chapeau.operation'', true), '''')::uuid))', tenant_table);
  execute format('grant %s on %s to chapeau_app', rights, tenant_table);
end $$;

do $$
declare fenced record;
begin
  for fenced in select schemaname, tablename from pg_policies
    where policyname = 'tenant' and qual like '%chapeau.operation%' and schemaname = current_schema() loop
    execute format(
      'alter policy tenant on %I.%I using (operation_id = (select nullif(current_setting(''chapeau.operation'', true), '''')::uuid)) '
      'with check (operation_id = (select nullif(current_setting(''chapeau.operation'', true), '''')::uuid))', fenced.schemaname, fenced.tablename);
  end loop;
end $$;
