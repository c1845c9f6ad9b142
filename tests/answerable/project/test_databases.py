"""Settings of a database, from its address."""

from pathlib import Path

from answerable.project.databases import database


def test_a_servers_address_is_taken_apart_with_its_escapes():
    found = database("postgresql://ann:p%40ss@db.example:5433/house?sslmode=require", mode="serve")
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("ann", "p@ss", "db.example")
    assert (found["PORT"], found["NAME"]) == ("5433", "house")


def test_a_socket_in_the_query_stands_for_the_host():
    found = database("postgresql://postgres:@/postgres?host=%2Frun%2Fpg", mode="serve")
    assert found["HOST"] == "/run/pg"


def test_a_path_is_a_file_whose_acknowledged_commits_survive_a_power_cut():
    found = database("/srv/house.sqlite3", mode="serve")
    assert found["NAME"] == Path("/srv/house.sqlite3")
    begin = found["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in begin
    assert "foreign_keys=ON" in begin
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=OFF" in database("/srv/house.sqlite3", mode="test")["OPTIONS"]["init_command"]
